//! Two-letter codes of countries (ISO 3166-1), by the names that news have for them.

/// The code of a country; `None` for anything else.
pub(super) fn code(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let all = || NAMES.lines().filter_map(|line| line.split_once(' '));
    // A code itself is one, too.
    let by_code = all().map(|(code, _)| code).find(|code| *code == name);
    by_code.or_else(|| {
        let is_it = |names: &str| names.split('|').any(|one| one.eq_ignore_ascii_case(bare));
        all().find(|(_, names)| is_it(names)).map(|(code, _)| code)
    })
}

const NAMES: &str = "\
AF Afghanistan
AX Aland Islands|Åland Islands
AL Albania
DZ Algeria
AS American Samoa
AD Andorra
AO Angola
AI Anguilla
AQ Antarctica
AG Antigua and Barbuda
AR Argentina
AM Armenia
AW Aruba
AU Australia
AT Austria
AZ Azerbaijan
BS Bahamas
BH Bahrain
BD Bangladesh
BB Barbados
BY Belarus
BE Belgium
BZ Belize
BJ Benin
BM Bermuda
BT Bhutan
BO Bolivia
BQ Bonaire, Sint Eustatius and Saba
BA Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
BW Botswana
BV Bouvet Island
BR Brazil
IO British Indian Ocean Territory
BN Brunei|Brunei Darussalam
BG Bulgaria
BF Burkina Faso
BI Burundi
CV Cape Verde|Cabo Verde
KH Cambodia
CM Cameroon
CA Canada
KY Cayman Islands
CF Central African Republic
TD Chad
CL Chile
CN China|People's Republic of China|PRC|Mainland China
CX Christmas Island
CC Cocos Islands|Cocos (Keeling) Islands
CO Colombia
KM Comoros
CG Congo|Republic of the Congo|Congo-Brazzaville
CD Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo-Kinshasa
CK Cook Islands
CR Costa Rica
CI Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Cote d'Ivoire
HR Croatia
CU Cuba
CW Curacao|Curaçao
CY Cyprus
CZ Czech Republic|Czechia
DK Denmark
DJ Djibouti
DM Dominica
DO Dominican Republic
EC Ecuador
EG Egypt
SV El Salvador
GQ Equatorial Guinea
ER Eritrea
EE Estonia
SZ Eswatini|Swaziland
ET Ethiopia
FK Falkland Islands
FO Faroe Islands
FJ Fiji
FI Finland
FR France
GF French Guiana
PF French Polynesia
TF French Southern Territories
GA Gabon
GM Gambia
GE Georgia
DE Germany|Federal Republic of Germany
GH Ghana
GI Gibraltar
GR Greece
GL Greenland
GD Grenada
GP Guadeloupe
GU Guam
GT Guatemala
GG Guernsey
GN Guinea
GW Guinea-Bissau
GY Guyana
HT Haiti
HM Heard Island and McDonald Islands
VA Holy See|Vatican City|Vatican
HN Honduras
HK Hong Kong
HU Hungary
IS Iceland
IN India
ID Indonesia
IR Iran|Islamic Republic of Iran
IQ Iraq
IE Ireland
IM Isle of Man
IL Israel
IT Italy
JM Jamaica
JP Japan
JE Jersey
JO Jordan
KZ Kazakhstan
KE Kenya
KI Kiribati
KP North Korea|Democratic People's Republic of Korea|Democratic People’s Republic of Korea|DPRK
KR South Korea|Republic of Korea|ROK
KW Kuwait
KG Kyrgyzstan
LA Laos
LV Latvia
LB Lebanon
LS Lesotho
LR Liberia
LY Libya
LI Liechtenstein
LT Lithuania
LU Luxembourg
MO Macau|Macao
MG Madagascar
MW Malawi
MY Malaysia
MV Maldives
ML Mali
MT Malta
MH Marshall Islands
MQ Martinique
MR Mauritania
MU Mauritius
YT Mayotte
MX Mexico
FM Micronesia
MD Moldova
MC Monaco
MN Mongolia
ME Montenegro
MS Montserrat
MA Morocco
MZ Mozambique
MM Myanmar|Burma
NA Namibia
NR Nauru
NP Nepal
NL Netherlands|Holland
NC New Caledonia
NZ New Zealand
NI Nicaragua
NE Niger
NG Nigeria
NU Niue
NF Norfolk Island
MK North Macedonia|Macedonia
MP Northern Mariana Islands
NO Norway
OM Oman
PK Pakistan
PW Palau
PS Palestine|State of Palestine|Palestinian territories
PA Panama
PG Papua New Guinea
PY Paraguay
PE Peru
PH Philippines
PN Pitcairn
PL Poland
PT Portugal
PR Puerto Rico
QA Qatar
RE Reunion|Réunion
RO Romania
RU Russia|Russian Federation
RW Rwanda
BL Saint Barthelemy|Saint Barthélemy
SH Saint Helena
KN Saint Kitts and Nevis
LC Saint Lucia
MF Saint Martin
PM Saint Pierre and Miquelon
VC Saint Vincent and the Grenadines
WS Samoa
SM San Marino
ST Sao Tome and Principe|São Tomé and Príncipe
SA Saudi Arabia
SN Senegal
RS Serbia
SC Seychelles
SL Sierra Leone
SG Singapore
SX Sint Maarten
SK Slovakia
SI Slovenia
SB Solomon Islands
SO Somalia
ZA South Africa
GS South Georgia and the South Sandwich Islands
SS South Sudan
ES Spain
LK Sri Lanka
SD Sudan
SR Suriname
SJ Svalbard and Jan Mayen|Svalbard
SE Sweden
CH Switzerland
SY Syria
TW Taiwan
TJ Tajikistan
TZ Tanzania
TH Thailand
TL Timor-Leste|East Timor
TG Togo
TK Tokelau
TO Tonga
TT Trinidad and Tobago
TN Tunisia
TR Turkey|Türkiye
TM Turkmenistan
TC Turks and Caicos Islands
TV Tuvalu
UG Uganda
UA Ukraine
AE United Arab Emirates|UAE|U.A.E.
GB United Kingdom|UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland
UM United States Minor Outlying Islands
US United States|United States of America|USA|U.S.|U.S.A.|America
UY Uruguay
UZ Uzbekistan
VU Vanuatu
VE Venezuela
VN Vietnam|Viet Nam
VG British Virgin Islands
VI U.S. Virgin Islands|US Virgin Islands
WF Wallis and Futuna
EH Western Sahara
YE Yemen
ZM Zambia
ZW Zimbabwe";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn countries_are_found_by_their_names() {
        for (name, expected) in [
            ("North Korea", Some("KP")),
            ("the U.S.", Some("US")),
            ("south korea", Some("KR")),
            ("Türkiye", Some("TR")),
            ("KP", Some("KP")),
            ("Pyongyang", None),
            ("", None),
        ] {
            assert_eq!(code(name), expected, "{name}");
        }
    }

    #[test]
    fn each_code_stands_once() {
        let codes: Vec<&str> =
            NAMES.lines().filter_map(|line| line.split_once(' ')).map(|(code, _)| code).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        assert_eq!(codes.len(), 249);
        assert!(codes.iter().all(|code| code.len() == 2));
    }
}
