"""Names of many cultures, in sentences as news prints them."""

from tests.extraction.people.rows import Row

ROWS: tuple[Row, ...] = (
    # Wales, Scotland, Ireland
    (
        "Emrys Hughes told the inquiry that the slate tip had moved.",
        {"Emrys Hughes": ["Emrys Hughes"]},
    ),
    (
        "The choir was led by Myfanwy Probert-Rees until last spring.",
        {"Myfanwy Probert-Rees": ["Myfanwy Probert-Rees"]},
    ),
    (
        "Tributes were paid to Eilidh MacGillivray, and MacGillivray's mare won.",
        {"Eilidh MacGillivray": ["Eilidh MacGillivray", "MacGillivray"]},
    ),
    (
        "Caoimhe Ní Bhriain scored twice before Ní Bhriain limped off.",
        {"Caoimhe Ní Bhriain": ["Caoimhe Ní Bhriain", "Ní Bhriain"]},
    ),
    (
        "Fans of Tadhg O'Sullivan cheered as O’Sullivan ran on.",
        {"Tadhg O'Sullivan": ["Tadhg O'Sullivan", "O’Sullivan"]},
    ),
    # France, Belgium, francophone Africa
    (
        "Anne-Sophie Le Goff and Thibault d'Harcourt own the vineyard.",
        {
            "Anne-Sophie Le Goff": ["Anne-Sophie Le Goff"],
            "Thibault d'Harcourt": ["Thibault d'Harcourt"],
        },
    ),
    (
        "Defender N'Golo Diabaté injured a knee, and Diabaté will miss the final.",
        {"N'Golo Diabaté": ["Defender|N'Golo Diabaté", "Diabaté"]},
    ),
    ("Aïssatou N'Diaye opened the school in Dakar.", {"Aïssatou N'Diaye": ["Aïssatou N'Diaye"]}),
    # Spain and Latin America
    (
        "María del Carmen Ruiz de la Vega sued the council.",
        {"María del Carmen Ruiz de la Vega": ["María del Carmen Ruiz de la Vega"]},
    ),
    (
        "Joaquín Etxeberria rode clear; Etxeberria won by a minute.",
        {"Joaquín Etxeberria": ["Joaquín Etxeberria", "Etxeberria"]},
    ),
    (
        "Police said Yesenia Quispe Mamani had crossed the border.",
        {"Yesenia Quispe Mamani": ["Yesenia Quispe Mamani"]},
    ),
    # Portugal and Brazil
    (
        "Thaís dos Santos Figueiredo beat Rui Pedro de Almeida.",
        {
            "Thaís dos Santos Figueiredo": ["Thaís dos Santos Figueiredo"],
            "Rui Pedro de Almeida": ["Rui Pedro de Almeida"],
        },
    ),
    # Italy, Greece, Malta
    (
        "Ludovica della Porta thanked Gianmarco Brambilla.",
        {
            "Ludovica della Porta": ["Ludovica della Porta"],
            "Gianmarco Brambilla": ["Gianmarco Brambilla"],
        },
    ),
    (
        "Stavroula Papathanasiou, 54, was acquitted. Papathanasiou wept.",
        {"Stavroula Papathanasiou": ["Stavroula Papathanasiou", "Papathanasiou"]},
    ),
    # Germany, Austria, the Netherlands
    (
        "Annegret Freifrau von Thalheim and Jochen Überreuter divorced.",
        {
            "Annegret Freifrau von Thalheim": ["Annegret Freifrau von Thalheim"],
            "Jochen Überreuter": ["Jochen Überreuter"],
        },
    ),
    (
        "Willemijn van der Heijden skated well, Van der Heijden's coach said.",
        {"Willemijn van der Heijden": ["Willemijn van der Heijden", "Van der Heijden"]},
    ),
    (
        "The shelter is run by Sjoerd ten Brink and Maaike de Groot.",
        {"Sjoerd ten Brink": ["Sjoerd ten Brink"], "Maaike de Groot": ["Maaike de Groot"]},
    ),
    # the Nordic and Baltic countries
    (
        "Guðrún Þorsteinsdóttir spoke first. Gudrun Thorsteinsdottir left early.",
        {"Gudrun Thorsteinsdottir": ["Guðrún Þorsteinsdóttir", "Gudrun Thorsteinsdottir"]},
    ),
    (
        "Søren Østergaard Nygaard left the bank; Nygaard gave no reason.",
        {"Søren Østergaard Nygaard": ["Søren Østergaard Nygaard", "Nygaard"]},
    ),
    (
        "Aino Hämäläinen and Tõnu Saarepuu signed the accord.",
        {"Aino Hämäläinen": ["Aino Hämäläinen"], "Tõnu Saarepuu": ["Tõnu Saarepuu"]},
    ),
    # Poland, Czechia, Hungary, the Balkans
    (
        "Zbigniew Szczepański met Květa Dvořáčková in Brno.",
        {
            "Zbigniew Szczepański": ["Zbigniew Szczepański"],
            "Květa Dvořáčková": ["Květa Dvořáčková"],
        },
    ),
    (
        "Ildikó Szentgyörgyi wrote to Dragoljub Mihajlović.",
        {
            "Ildikó Szentgyörgyi": ["Ildikó Szentgyörgyi"],
            "Dragoljub Mihajlović": ["Dragoljub Mihajlović"],
        },
    ),
    (
        "Ilir Hoxhaj trained with Besnik Krasniqi in Pristina.",
        {"Ilir Hoxhaj": ["Ilir Hoxhaj"], "Besnik Krasniqi": ["Besnik Krasniqi"]},
    ),
    # Russia, Ukraine, the Caucasus, central Asia
    (
        "Yevgeniya Ponomarenko and Rostislav Tkachuk fled Kherson.",
        {
            "Yevgeniya Ponomarenko": ["Yevgeniya Ponomarenko"],
            "Rostislav Tkachuk": ["Rostislav Tkachuk"],
        },
    ),
    (
        "Tamaz Kvirikashvili beat Hrant Ter-Sarkisyan on points.",
        {
            "Tamaz Kvirikashvili": ["Tamaz Kvirikashvili"],
            "Hrant Ter-Sarkisyan": ["Hrant Ter-Sarkisyan"],
        },
    ),
    (
        "Nurlan Abdrakhmanov was named minister; Abdrakhmanov is 41.",
        {"Nurlan Abdrakhmanov": ["Nurlan Abdrakhmanov", "Abdrakhmanov"]},
    ),
    # Turkey, Iran, the Arab world
    (
        "Şükrü Yıldırımoğlu denied it. Yildirimoglu has no lawyer.",
        {"Şükrü Yıldırımoğlu": ["Şükrü Yıldırımoğlu", "Yildirimoglu"]},
    ),
    (
        "Golnaz Esfandiari-Rad was freed with Mohammad-Reza Tavakoli.",
        {
            "Golnaz Esfandiari-Rad": ["Golnaz Esfandiari-Rad"],
            "Mohammad-Reza Tavakoli": ["Mohammad-Reza Tavakoli"],
        },
    ),
    (
        "Khalid bin Rashid al-Mutairi flew to Doha, where al-Mutairi signed.",
        {"Khalid bin Rashid al-Mutairi": ["Khalid bin Rashid al-Mutairi", "al-Mutairi"]},
    ),
    ("Abd al-Rahman Haddad said he was safe.", {"Abd al-Rahman Haddad": ["Abd al-Rahman Haddad"]}),
    (
        "Umm Kulthum Saleh Barghouti teaches in Nablus.",
        {"Umm Kulthum Saleh Barghouti": ["Umm Kulthum Saleh Barghouti"]},
    ),
    # India, Pakistan, Sri Lanka, Bangladesh
    (
        "A. R. Venkatasubramanian chaired the panel.",
        {"A. R. Venkatasubramanian": ["A. R. Venkatasubramanian"]},
    ),
    (
        "Harpreet Kaur Dhaliwal won the seat, and Dhaliwal thanked voters.",
        {"Harpreet Kaur Dhaliwal": ["Harpreet Kaur Dhaliwal", "Dhaliwal"]},
    ),
    (
        "Mst. Rokeya Chowdhury met Imtiaz-ul-Haq Siddiqui in Lahore.",
        {
            "Rokeya Chowdhury": ["Mst.|Rokeya Chowdhury"],
            "Imtiaz-ul-Haq Siddiqui": ["Imtiaz-ul-Haq Siddiqui"],
        },
    ),
    (
        "Chaminda Wickramaratne took five wickets.",
        {"Chaminda Wickramaratne": ["Chaminda Wickramaratne"]},
    ),
    # China, Korea, Vietnam, Japan, the rest of Asia
    (
        "Deng Xiaoyun met Bak Sung-min. Deng then flew to Hanoi.",
        {"Deng Xiaoyun": ["Deng Xiaoyun", "Deng"], "Bak Sung-min": ["Bak Sung-min"]},
    ),
    (
        "Nguyen Van Tuan and Tran Thi Mai Huong were tried.",
        {"Nguyen Van Tuan": ["Nguyen Van Tuan"], "Tran Thi Mai Huong": ["Tran Thi Mai Huong"]},
    ),
    (
        "Kim Dong Hyun lost to Park Soo-yeon. Kim blamed the wind.",
        {"Kim Dong Hyun": ["Kim Dong Hyun", "Kim"], "Park Soo-yeon": ["Park Soo-yeon"]},
    ),
    (
        "Haruto Takamatsu and Chiyoko Shirakawa were married in Nara.",
        {"Haruto Takamatsu": ["Haruto Takamatsu"], "Chiyoko Shirakawa": ["Chiyoko Shirakawa"]},
    ),
    (
        "Tenzin Wangchuk Dorji and Somchai Rattanakosin climbed it.",
        {
            "Tenzin Wangchuk Dorji": ["Tenzin Wangchuk Dorji"],
            "Somchai Rattanakosin": ["Somchai Rattanakosin"],
        },
    ),
    (
        "Ni Putu Ayu Wulandari sings; Bambang Hartono Wijaya plays.",
        {
            "Ni Putu Ayu Wulandari": ["Ni Putu Ayu Wulandari"],
            "Bambang Hartono Wijaya": ["Bambang Hartono Wijaya"],
        },
    ),
    (
        "Datuk Seri Zulkifli bin Ahmad resigned.",
        {"Zulkifli bin Ahmad": ["Datuk Seri|Zulkifli bin Ahmad"]},
    ),
    (
        "Maria Corazon Dimaculangan ran for mayor of Cebu.",
        {"Maria Corazon Dimaculangan": ["Maria Corazon Dimaculangan"]},
    ),
    # Africa
    (
        "Olufunmilayo Adebayo-Cole and Chukwuemeka Nwachukwu testified.",
        {
            "Olufunmilayo Adebayo-Cole": ["Olufunmilayo Adebayo-Cole"],
            "Chukwuemeka Nwachukwu": ["Chukwuemeka Nwachukwu"],
        },
    ),
    (
        "Kwabena Owusu-Ansah lost to Wanjiru Kamau-Ndung'u.",
        {
            "Kwabena Owusu-Ansah": ["Kwabena Owusu-Ansah"],
            "Wanjiru Kamau-Ndung'u": ["Wanjiru Kamau-Ndung'u"],
        },
    ),
    (
        "Thandeka Mkhize and Sipho Dlamini-Nkosi run the clinic.",
        {"Thandeka Mkhize": ["Thandeka Mkhize"], "Sipho Dlamini-Nkosi": ["Sipho Dlamini-Nkosi"]},
    ),
    (
        "Haile Gebreyohannes broke the record in Addis Ababa.",
        {"Haile Gebreyohannes": ["Haile Gebreyohannes"]},
    ),
    # Israel
    (
        "Yehudit Ben-Shalom sued Avigdor Rosenzweig; Ben-Shalom won.",
        {
            "Yehudit Ben-Shalom": ["Yehudit Ben-Shalom", "Ben-Shalom"],
            "Avigdor Rosenzweig": ["Avigdor Rosenzweig"],
        },
    ),
    # the Pacific and first nations
    (
        "Manaia Tuilagi-Faleolo passed to Wiremu Te Rangi.",
        {
            "Manaia Tuilagi-Faleolo": ["Manaia Tuilagi-Faleolo"],
            "Wiremu Te Rangi": ["Wiremu Te Rangi"],
        },
    ),
    (
        "Kealoha Kamakawiwo'ole surfs with Leilani Kahananui.",
        {
            "Kealoha Kamakawiwo'ole": ["Kealoha Kamakawiwo'ole"],
            "Leilani Kahananui": ["Leilani Kahananui"],
        },
    ),
)
