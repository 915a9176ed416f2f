/** Constituencies of Western North (G), Ahafo (H), Bono (J) and Bono East (K); constituencies.ts explains the columns, the sources and the blanks. */
export const constituenciesMiddle = `
G0101|Aowin|80328|NDC|Oscar Ofori Larbi|NDC
G0201|Suaman|25584|NDC|Addy Frederick|NPP
G0301|Bibiani-Anhwiaso-Bekwai|90416|NPP|Bright Asamoah Brefo|NDC
G0401|Sefwi-Wiawso|85857|NPP|Afful Kofi Benteh|NDC
G0501|Sefwi-Akontombra|44553|NPP|Pious Kwame Nkuah|NDC
G0601|Juabeso|58479|NDC|Kwabena Mintah Akandoh|NDC
G0701|Bodi|40848|NDC|Ahi Sampson|NDC
G0801|Bia West|73217|NDC|Tanko Mustapha Amadu|NDC
G0901|Bia East|32427|NDC|Richard Acheampong|NDC
H0101|Asunafo South|56798|NDC|Opoku Eric|NDC
H0201|Asunafo North|79034|NPP|Mohammed Haruna|NDC
H0301|Asutifi South|40755|NDC|Collins Dauda|NDC
H0401|Asutifi North|42034|NPP|Patrick Banor|NPP
H0501|Tano South|55599|NPP|Charles Asiedu|NDC
H0601|Tano North|49731|NPP|Gideon Boako|NPP
J0101|Sunyani East|106240|NPP|Seid Mubarak|NDC
J0201|Sunyani West|71658|NPP|Millicent Yeboah Amankwah|NDC
J0301|Dormaa West|26251|NDC|Vincent Oppong Asamoah|NDC
J0401|Dormaa Central|63155|NPP|John Kwame Adu Jack|NDC
J0501|Dormaa East|35136|NPP|Owusuah Rachel Amma|NDC
J0601|Berekum East|61314|NPP|Ampaabeng Kyeremeh Simon|NDC
J0701|Berekum West|27859|NPP|Dickson Kyere-Duah|NDC
J0801|Jaman South|60271|NDC|Kwadwo Damoah|NPP
J0901|Jaman North|48702|NDC|Ahenkwah Frederick Yaw|NDC
J1001|Banda Ahenkro|17279|NDC|Ahmed Ibrahim|NDC
J1101|Tain|52213|NDC|Adama Sulemana|NDC
J1201|Wenchi|63431|NDC|Haruna Seidu|NDC
K0101|Techiman South|118374|NPP|Martin Kwaku Adjei-Mensah Korsah|NPP
K0201|Kintampo North|66352|NDC|Joseph Kwame Kumah|NDC
K0301|Kintampo South|45201|NPP|Felicia Adjei|NDC
K0401|Nkoranza North|30685|NDC|Mensah Kwasi Joseph|NDC
K0501|Nkoranza South|64048|NDC|Emmanuel Kwadwo Agyekum|NDC
K0601|Atebubu-Amantin|60750|NDC|Sanja Nanja|NDC
K0701|Pru West|32075|NPP|Emmanuel Kofi Ntekuni|NDC
K0801|Pru East|43932|NDC|Emmanuel Kwaku Boam|NDC
K0901|Sene West|31638|NDC|Kwame Twumasi Ampofo|NDC
K1001|Sene East|25409|NDC|Dominic Napare|NDC
K1101|Techiman North|47812|NDC|Elizabeth Ofosu-Adjare|NDC
`;
