/** Constituencies of Volta (D), Eastern (E) and Oti (L); constituencies.ts explains the columns, the sources and the blanks. */
export const constituenciesEast = `
D0101|Keta|55092|NDC|Kwame Dzudzorli Gakpey|NDC
D0201|Anlo|60502|NDC|Richard Kwame Sefe|NDC
D0301|Ketu South|149220|NDC|Abla Dzifa Gomashie|NDC
D0401|Ketu North|72775|NDC|Eric Edem Agbana|NDC
D0501|Akatsi South|53092|NDC|Bernard Ahiafor|NDC
D0601|Akatsi North|23092|NDC|Peter Kwasi Nortsu-Kotoe|NDC
D0701|South Tongu|64449|NDC|Maxwell Kwame Lukutor|NDC
D0801|Central Tongu|47368|NDC|Alexander Roosevelt Hottordze|NDC
D0901|North Tongu|59378|NDC|Samuel Okudzeto Ablakwa|NDC
D1001|Adaklu|20606|NDC|Agbodza Kwame Governs|NDC
D1101|Agotime-Ziope|32531|NDC|Charles Akwesi Agbeve|NDC
D1201|Ho Central|104007|NDC|Richmond Edem Kofi Kpotosu|NDC
D1301|Ho West|57449|NDC|Emmanuel Kwasi Bedzrah|NDC
D1401|South Dayi|32112|NDC|Rockson-Nelson Etse Dafeamekpor|NDC
D1501|Kpando|39480|NDC|Sebastian Fred Deh|NDC
D1601|North Dayi|29225|NDC|Joycelyn Tetteh|NDC
D1701|Hohoe|58426|NPP|Thomas Worlanyo Tsekpo|NDC
D1801|Afadjato South|40567|NDC|Frank Afriyie|NDC
E0101|Asuogyaman|63155|NDC|Thomas Ampem Nyarko|NDC
E0201|Lower Manya|72808|NDC|Ebenezer Okletey Terlabi|NDC
E0301|Upper Manya|43503|NDC|Bismark Tetteh Nyarko|NDC
E0401|Yilo Krobo|67371|NDC|Albert Tetteh Nyakotey|NDC
E0501|New Juaben South|94634|NPP|Michael Okyere Baafi|NPP
E0601|New Juaben North|43423|NPP|Nana Osei-Adjei|NPP
E0701|Akropong|67169|NPP|Samuel Awuku|NPP
E0801|Okere|35734|NPP|Daniel Nana Addo-Kenneth|NPP
E0901|Akwapim South|42747|NPP|Lawrencia Dziwornu|NDC
E1001|Nsawam Adoagyiri|73399|NPP|Philibert Amenorpe|NDC
E1101|Suhum|73761|NPP|Frank Aseidu Bekoe|NPP
E1201|Ayensuano|57487|NDC|Ida Adjoa Asiedu|NPP
E1301|Lower West Akim|69935|NPP|Owen Kwame Frimpong|NDC
E1401|Upper West Akim|55785|NPP|Drah Emmanuel|NDC
E1501|Akim Oda|46473|NPP|Alexander Akwasi Acquah|NPP
E1601|Asene Akroso Manso|46179|NPP|George Kwame Aboagye|NPP
E1701|Akim Swedru|24171|NPP|Osei Kennedy Nyarko|NPP
E1801|Achiase|34333|NPP|Kofi Ahenkorah Marfo|NPP
E1901|Ofoase-Ayirebi|53685|NPP|Kojo Oppong Nkrumah|NPP
E2001|Kade|74610|NPP|Alexander Agyare|NPP
E2101|Akwatia|55402|NDC|Ernest Kumi|NPP
E2201|Abirem|48532|NPP|Charles Asuako Owiredu|NPP
E2301|Abuakwa South|55253|NPP|Kingsley Agyemang|NPP
E2401|Abuakwa North|46910|NPP|Addo-Frempong Nana Ampaw Kwame|NPP
E2501|Atiwa West|32074|NPP|Laurette Korkor Asante|NPP
E2601|Atiwa East|34284|NPP|Abena Osei-Asare|NPP
E2701|Fanteakwa North|35103|NPP|Kwame Appiah Kodua|NPP
E2801|Fanteakwa South|29101|NPP|Duke William Allen Kwame Amoako-Atta|NPP
E2901|Nkawkaw|79652|NPP|Joseph Frempong|NPP
E3001|Mpraeso|51195|NPP|Davis Ansah Opoku|NPP
E3101|Abetifi|52272|NPP|Bryan Acheampong|NPP
E3201|Afram Plains North|41765|NDC|Worlasi Kpeli|IND
E3301|Afram Plains South|37408|NDC|Joseph Appiah Boateng|NDC
L0101|Buem|63898|NDC|Iddie Kofi Adams|NDC
L0201|Biakoye|45892|NDC|Jean-Marie Formadi|NDC
L0301|Akan|46744|NDC|Gomado Yao|NDC
L0401|Krachi East|48833|NDC|Nelson Kofi Djabab|NDC
L0501|Krachi West|29652|NDC|Helen Adjoa Ntoso|NDC
L0601|Krachi Nchumuru|36036|NDC|Solomon Kuyon|NDC
L0701|Nkwanta South|62400|NDC|Geoffrey Kini|NDC
L0801|Nkwanta North|53573|NDC|John Kwabena Bless Oti|NDC
L0901|Guan|||Agbenyo Fred|NDC
`;
