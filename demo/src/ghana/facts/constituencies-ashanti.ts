/** Constituencies of Ashanti (F); constituencies.ts explains the columns, the sources and the blanks. */
export const constituenciesAshanti = `
F0101|New Edubease|48906|NDC|Abdul-Salam Adams|NDC
F0201|Akrofuom|26124|NPP|Joseph Azumah|NDC
F0301|Fomena|29071|IND|Andrew Asiamah Amoako|NPP
F0401|Adansi-Asokwa|43185|NPP|Godwin Animli Dorgbadzi-Dorani|NDC
F0501|Obuasi West|68541|NPP|Kwaku Agyeman Kwarteng|NPP
F0601|Obuasi East|57961|NPP|Samuel Aboagye|NDC
F0701|Bekwai|80145|NPP|Ralph Poku-Adusei|NPP
F0801|Bosome-Freho|35098|NPP|Nana Asafo-Adjei Ayeh|NPP
F0901|Odotobri|49406|NPP|Anthony Mmieh|NPP
F1001|Manso Nkwanta|52734|NPP|Tweneboa Kodua Fokuo|NPP
F1101|Manso Edubia|49553|NPP|Frimpong Yaw Addo|NPP
F1201|Atwima-Nwabiagya South|81465|NPP|Shirley Kyei|NPP
F1301|Atwima-Nwabiagya North|66441|NPP|Frank Yeboah|NPP
F1401|Atwima Mponua|84570|NPP|Seth Osei-Akoto|NPP
F1501|Bosomtwe|73041|NPP|Yaw Osei Adutwum|NPP
F1601|Atwima-Kwanwoma|86498|NPP|Kofi Amankwa-Manu|NPP
F1701|Bantama|81629|NPP|Francis Asenso-Boakye|NPP
F1702|Nhyiaeso|82568|NPP|Stephen Amoah|NPP
F1703|Manhyia South|56982|NPP|Nana Agyei Baffour Awuah|NPP
F1704|Manhyia North|72016|NPP|Akwasi Konadu|NPP
F1705|Subin|86374|NPP|Kofi Obiri Yeboah|NPP
F1801|Kwadaso|94035|NPP|Kingsley Nyarko|NPP
F1901|Old Tafo|80593|NPP|Vincent Ekwow Assafuah|NPP
F2001|Suame|107587|NPP|John Darko|NPP
F2101|Asokwa|92977|NPP|Patricia Appiagyei|NPP
F2201|Oforikrom|127082|NPP|Michael Kwasi Aidoo|NPP
F2301|Asawase|108321|NDC|Muntaka Mohammed-Mubarak|NDC
F2401|Kwabre East|119716|NPP|Onyina-Acheampong Akwasi Gyamfi|NPP
F2501|Afigya Kwabre South|80242|NPP|Damata Ama Appianimaa Salam|NPP
F2601|Afigya Kwabre North|35045|NPP|Collins Adomako-Mensah|NPP
F2701|Juaben|40217|NPP|Francis Kwabena Berepong Owusu-Akyaw|NPP
F2801|Ejisu|92564|NPP|Kwabena Boateng|NPP
F2901|Asante Akim South|74719|NPP|Kwaku Asante-Boateng|NPP
F3001|Asante Akim Central|51854|NPP|Kwame Anyimadu-Antwi|NPP
F3101|Asante Akim North|50908|NPP|Ohene Kwame Frimpong|IND
F3201|Effiduase-Asokore|44019|NPP|Nana Ayew Afriye|NPP
F3301|Kumawu|37746|NPP|Ernest Yaw Anim|NPP
F3401|Sekyere Afram Plains|15111|NDC|Nasira Afrah Gyekye|NDC
F3501|Nsuta-Kwamang|42161|NPP|Adelaide Ntim|NPP
F3601|Mampong|68608|NPP|Kwaku Ampratwum-Sarpong|NPP
F3701|Ejura-Sekyedumase|68371|NDC|Muhammad Bawah Braimah|NDC
F3801|Afigya Sekyere East|70750|NPP|Mavis Nkansah Boadu|NPP
F3901|Offinso South|73753|NPP|Isaac Yaw Opoku|NPP
F4001|Offinso North|51662|NPP|Fred Kyei Asamoah|NPP
F4101|Ahafo Ano South West|36798|NPP|Osei Mensah Dapaah Elvis|NPP
F4201|Ahafo Ano South East|35457|NPP|Yakubu Mohammed|NDC
F4301|Ahafo Ano North|54964|NPP|Eric Nana Agyemang-Prempeh|NPP
`;
