/** Constituencies of Western (A), Central (B) and Greater Accra (C); constituencies.ts explains the columns, the sources and the blanks. */
export const constituenciesCoast = `
A0101|Jomoro|92557|NDC|Dorcas Toffey|NDC
A0201|Ellembelle|73099|NDC|Emmanuel Armah-Kofi Buah|NDC
A0301|Evalue Gwira|48900|NDC|Kofi Arko Nokoe|NDC
A0401|Ahanta West|78323|NPP|Mavis Kuukua Bissue|NDC
A0501|Takoradi|64519|NPP|Kwabena Okyere Darko-Mensah|NPP
A0502|Sekondi|44278|NPP|Blay Nyameke Armah|NDC
A0503|Essikado-Ketan|69125|NPP|Grace Ayensu-Danquah|NDC
A0601|Effia|52069|NPP|Isaac Boamah-Nyarko|NPP
A0602|Kwesimintsim|49764|NPP|Buckman Philip Fiifi|NDC
A0701|Shama|60388|NPP|Emelia Arthur|NDC
A0801|Wassa East|54787|NDC|Isaac Adjei Mensah|NDC
A0901|Mpohor|29294|NPP|Bentil Godfred Henry|NDC
A1001|Tarkwa-Nsuaem|117418|NPP|Issah Taylor|NDC
A1101|Prestea-Huni Valley|121557|NDC|Robert Wisdom Cudjoe|NDC
A1201|Amenfi East|79747|NDC|Nicholas Amankwah|NDC
A1301|Amenfi Central|61272|NDC|Joana Gyan Cudjoe|NDC
A1401|Amenfi West|71365|NDC|Eric Afful|NDC
B0101|Komenda-Edina-Eguafo-Abirem|96528|NDC|Samuel Atta Mills|NDC
B0201|Cape Coast South|61393|NDC|Ricketts-Hagan George Kweku|NDC
B0202|Cape Coast North|65663|NDC|Nyarku Kwamena Minta|NDC
B0301|Abura-Asebu-Kwamankese|74451|NPP|Felix Kwakye Ofosu|NDC
B0401|Mfantseman|96287|NPP|Arhin Ebenezer Prince|NDC
B0501|Ekumfi|41060|NDC|Kwainoe Ekow|NDC
B0601|Ajumako-Enyan-Essiam|75857|NDC|Forson Cassiel Ato Baah|NDC
B0701|Gomoa West|80341|NDC|Richard Gyan Mensah|NDC
B0801|Gomoa Central|46745|NPP|Kwame Asare Obeng|IND
B0901|Gomoa East|63746|NDC|Desmond De-Graft Paitoo|NDC
B1001|Effutu|59134|NPP|Alexander Afenyo-Markin|NPP
B1101|Awutu-Senya West|79258|NDC|Gizella Tetteh Agbotui|NDC
B1201|Awutu-Senya East|109987|NPP|Phillis Naa Koryoo Okunnor|NDC
B1301|Agona West|90090|NPP|Dangbey Ernestina Ofori|NDC
B1401|Agona East|63281|NDC|Sawyerr Queenstar Pokuah|NDC
B1501|Asikuma-Odoben-Brakwa|73817|NDC|Ghansah Alhassan Kobina|NDC
B1601|Assin Central|46833|NPP|Migyimah Shaibu Nurein|NDC
B1701|Assin North|43787|NDC|Quayson James Gyakye|NDC
B1801|Assin South|60866|NPP|John Ntim Fordjour|NPP
B1901|Twifo-Atii Morkwaa|61196|NDC|Vondee T.D. David|NDC
B2001|Hemang Lower Denkyira|40802|NPP|Lawrence Agyinsam|NPP
B2101|Upper Denkyira East|63187|NPP|Ankomah Emelia|NDC
B2201|Upper Denkyira West|44052|NDC|Rudolf Amoako-Gyampah|NPP
C0101|Bortianor-Ngleshie-Amanfrom|79713|NPP|Okle Felix Akwetey|NDC
C0102|Domeabra-Obom|37503|NDC|Isaac Awuku Yibor|NDC
C0201|Weija|93410|NPP|Jerry Ahmed Shaib|NPP
C0301|Anyaa-Sowutuom|123948|NPP|Emmanuel Tobbin|NPP
C0401|Trobu|117704|NPP|Gloria Owusu|NPP
C0501|Amasaman|92426|NPP|Sedem Kwaku Afenyo|NDC
C0601|Dome-Kwabenya|144624|NPP|Akurugu Faustina Elikplim|NDC
C0701|Abokobi-Madina|121765|NDC|Francis-Xavier Kojo Sosu|NDC
C0801|Ayawaso East|59003|NDC|Mahama Naser Toure|NDC
C0901|Ayawaso North|57088|NDC|Yussif Issaka Jajah|NDC
C1001|Ayawaso Central|93169|NPP|Abdul Rauf Tongym Tubazu|NDC
C1101|Ayawaso West|92852|NPP|John Setor Dumelo|NDC
C1201|Okaikwei South|99383|NPP|Ernest Adomako|NDC
C1202|Ablekuma South|87709|NDC|Alfred Okoe Vanderpuije|NDC
C1203|Odododiodio|105056|NDC|Alfred Nii Kotey Ashie|NDC
C1301|Okaikwei Central|69726|NPP|Patrick Yaw Boamah|NPP
C1302|Okaikwei North|79641|NDC|Theresa Lardi Awuni|NDC
C1401|Ablekuma North|124783|NPP||
C1501|Ablekuma Central|137154|NDC|Abdul-Latif Dan|NDC
C1601|Ablekuma West|92383|NPP|Kweku Addo|NDC
C1701|Korle Klottey|103934|NDC|Zanetor Agyeman-Rawlings|NDC
C1801|Dade Kotopon|124116|NDC|Rita Naa Odoley Sowah|NDC
C1901|Ledzokuku|142995|NDC|Ayiku Benjamin Narteh|NDC
C2001|Krowor|101825|NDC|Agnes Naa Momo Lartey|NDC
C2101|Tema East|98366|NDC|Odamtten Isaac Ashai|NDC
C2102|Tema Central|63470|NPP|Charles Forson|NPP
C2201|Tema West|120258|NPP|James Enu|NDC
C2301|Kpone-Katamanso|101012|NDC|Joseph Akuerteh Tettey|NDC
C2401|Ashaiman|142720|NDC|Ernest Henry Norgbey|NDC
C2501|Adenta|110573|NDC|Mohammed Adamu Ramadan|NDC
C2601|Shai-Osudoku|52831|NDC|Linda Obenewaa Akweley Ocloo|NDC
C2701|Ningo-Prampram|67237|NDC|Samuel George Nartey|NDC
C2801|Sege|40509|NDC|Daniel Keshi Bessey|NDC
C2901|Ada|42106|NDC|Comfort Doyoe Cudjoe|NDC
`;
