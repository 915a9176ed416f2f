/** Constituencies of Northern (M), Savannah (N), Upper West (P), North East (Q) and Upper East (R); constituencies.ts explains the columns, the sources and the blanks. */
export const constituenciesNorth = `
M0101|Kpandai|56318|NDC|Matthew Nyindam|NPP
M0201|Bimbilla|76566|NPP|Dominc Aduna Bingab Nitiwul|NPP
M0301|Wulensi|42121|NPP|Nandaya Yaw Stanley|IND
M0401|Zabzugu|36744|NPP|Alhassan Umar|NDC
M0501|Tatale/Sanguli|34956||Ntebe Ayo William|NDC
M0601|Yendi|72446|NPP|Abdul-Fatawu Alhassan|NDC
M0701|Mion|39337|NDC|Misbahu Mahama Adams|NDC
M0801|Saboba|37947|NDC|Joseph Bukari Nikpe|NDC
M0901|Gushegu|56061|NPP|Alhassan Tampuli Sulemana|NPP
M1001|Karaga|47936|NPP|Mohammed Amin Adam|NPP
M1101|Savelugu|53359|NDC|Abdul Aziz Fatahiya|NPP
M1201|Nanton|27458|NPP|Mohammed Sherif Abdul-Khaliq|NDC
M1301|Tamale South|103220|NDC|Haruna Iddrisu|NDC
M1302|Tamale Central|86241|NDC|Ibrahim Murtala Muhammed|NDC
M1401|Sagnarigu|57695|NDC|Atta Issah|NDC
M1402|Tamale North|44956|NDC|Alhassan Sayibu Suhuyini|NDC
M1501|Tolon|60926|NPP|Habib Iddrisu|NPP
M1601|Kumbungu|48127|NDC|Hamza Adam|NDC
N0101|Bole/Bamboi|41323|NDC|Yusif Sulemana|NDC
N0201|Sawla-Tuna-Kalba|47479|NDC|Chiwitey Andrew Dari|NDC
N0301|Damongo|28087|NPP|Samuel Abu Jinapor|NPP
N0401|Daboya-Mankarigu|26831|NPP|Shaibu Mahama|NDC
N0501|Yapei-Kusawgu|60157|NDC|John Abdulai Jinapor|NDC
N0601|Salaga South|51492|NDC|Zuwera Mohammed Ibrahimah|NDC
N0701|Salaga North|17478|NPP|Alhassan Mumuni|NDC
P0101|Wa Central|87724|NDC|Abdul-Rashid Hassan Pelpuo|NDC
P0201|Wa West|49857|NDC|Peter Lanchene Toobu|NDC
P0301|Wa East|40261|NDC|Godfred Seidu Jasaw|NDC
P0401|Nadowli Kaleo|42952|NDC|Sumah Anthony Mwinkaara|NDC
P0501|Daffiama-Bussie-Issa|22042|NDC|Sebastian Sandaare|NDC
P0601|Jirapa|44764|NDC|Cletus Seidu Dapilah|NDC
P0701|Lambussie|24442|NPP|Titus Kofi Beyu|NDC
P0801|Lawra|33059|NDC|Bede Anwataazumo Ziedeng|NDC
P0901|Nandom|29906|NPP|Richard Kuuire|NDC
P1001|Sissala West|32522|NDC|Mohammed Adams Sukparu|NDC
P1101|Sissala East|35027|NPP|Mohammed Issah Bataglia|NDC
Q0101|Walewale|68761|NPP|Mahama Tiah Abdul-Kabiru|NPP
Q0201|Yagaba-Kubori|27825|NPP|Mustapha Ussif|NPP
Q0301|Nalerigu|72290|NDC|Mumuni Muhammed|NPP
Q0401|Bunkpurugu|44609|NDC|Bandim Abed-Nego Azumah|NDC
Q0501|Yunyoo|23423|NPP|Alhassan Sulemana|NDC
Q0601|Chereponi|35099|NPP|Seidu Alhassan Alajor|NDC
R0101|Builsa South|21283|NDC|Clement Abas Apaak|NDC
R0201|Builsa North|32957|NDC|Agalga James|NDC
R0301|Navrongo Central|58308|NDC|Simon Akibange Aworigo|NDC
R0401|Chiana-Paga|53890|NDC|Nikyema Billa Alamzy|NDC
R0501|Bolgatanga Central|73083|NDC|Adongo Isaac|NDC
R0601|Bolgatanga East|21662|NDC|Dominic Akuritinga Ayine|NDC
R0701|Bongo|60646|NDC|Charles Bawaduah|NDC
R0801|Talensi|47072|NDC|Daniel Dung Mahama|NDC
R0901|Nabdam|23326|NDC|Mark Kurt Nawaane|NDC
R1001|Zebilla|67675|NDC|Ebenezer Alumire Ndebilla|NDC
R1101|Bawku Central|69849|NDC|Mahama Ayariga|NDC
R1201|Pusiga|46832|NDC|Laadi Ayii Ayamba|NDC
R1301|Garu|36503|NDC|Anabah Thomas Winsum|NDC
R1401|Tempane|47158|NDC|Lydia Lamisi Akanvariba|NDC
R1501|Binduri|38831|NPP|Mahmoud Issifu|NDC
`;
