//! Words that tell what the names beside them are: titles, offices, heads of organisations, of places, of events.
//!
//! One look-up gives every list that a word stands in. The lists hold common words only, no names.

use std::{collections::HashMap, ops::BitOr, sync::OnceLock};

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

impl Tags {
    /// `Mr.`: stands before a person, is no office.
    pub(super) const HONORIFIC: Self = Self(1);
    /// `President`, `spokesman`: an office or what somebody is.
    pub(super) const ROLE: Self = Self(1 << 1);
    /// `Prime`, `deputy`: stands before the word for an office.
    pub(super) const ROLE_MODIFIER: Self = Self(1 << 2);
    /// `Ministry`, `Council`: the last word of an organisation.
    pub(super) const ORGANISATION: Self = Self(1 << 3);
    /// `Ministry of …`: an organisation with what follows.
    pub(super) const ORGANISATION_OF: Self = Self(1 << 4);
    /// `Province`, `Airport`: the last word of a place.
    pub(super) const PLACE: Self = Self(1 << 5);
    /// `Lake …`, `Gulf of …`: the first word of a place.
    pub(super) const PLACE_FIRST: Self = Self(1 << 6);
    /// `Summit`, `Cup`: the last word of an event.
    pub(super) const EVENT: Self = Self(1 << 7);
    /// Small words that are capitalised only where a sentence opens.
    pub(super) const FUNCTION: Self = Self(1 << 8);
    /// `Monday`, `January`.
    pub(super) const CALENDAR: Self = Self(1 << 9);
    /// `said`, `told`: what people do.
    pub(super) const SPEECH: Self = Self(1 << 10);
    /// `al`, `bin`, `van`: a small word within a person's name.
    pub(super) const PARTICLE: Self = Self(1 << 11);
    /// `spokesman`, `leader`: before a name it tells that a person follows, in lower case too.
    pub(super) const PERSON_BEFORE: Self = Self(1 << 12);
    /// `group`, `newspaper`: before a name it tells that an organisation follows.
    pub(super) const ORGANISATION_BEFORE: Self = Self(1 << 13);
    /// `in`, `near`: before a name it tells that a place may follow.
    pub(super) const PLACE_BEFORE: Self = Self(1 << 14);
    /// A common word that is capitalised at times but names nothing by itself.
    pub(super) const PLAIN: Self = Self(1 << 15);
    /// `shares`, `chairman`: after a name it tells that the name is an organisation's.
    pub(super) const ORGANISATION_AFTER: Self = Self(1 << 17);
    /// `North`, `Upper`: belongs to the name of a place after it.
    pub(super) const DIRECTION: Self = Self(1 << 16);

    /// Both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The lists as the bits of a number.
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// Whether the word stands in any of these lists.
    pub(super) fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// The lists that a word stands in, as it is written there or with a capital.
pub(super) fn tags(word: &str) -> Tags {
    static WORDS: OnceLock<HashMap<String, Tags>> = OnceLock::new();
    WORDS.get_or_init(read).get(word).copied().unwrap_or_default()
}

fn read() -> HashMap<String, Tags> {
    let mut words: HashMap<String, Tags> = HashMap::new();
    for (tag, list, both_cases) in LISTS {
        for word in list.split_whitespace() {
            let mut add = |word: String| {
                let entry = words.entry(word).or_default();
                *entry = *entry | *tag;
            };
            add(word.to_owned());
            if *both_cases {
                add(capitalised(word));
            }
        }
    }
    words
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

/// A list, its words, and whether they count with a capital too.
const LISTS: &[(Tags, &str, bool)] = &[
    (
        Tags::HONORIFIC,
        "Mr. Mrs. Ms. Mr Mrs Ms Miss Messrs. Dr. Dr Sir Dame Lady Lord Madame Monsieur Herr Frau \
      Don Doña Señor Sheikh Sheik Hajji Mullah Maulana Imam Ayatollah Saint",
        false,
    ),
    (
        Tags::ROLE,
        "president minister secretary chancellor governor senator congressman congresswoman lawmaker \
      representative ambassador envoy adviser advisor spokesman spokeswoman spokesperson director chairman \
      chairwoman chairperson chair chief commander general premier king queen prince princess emperor sultan emir \
      pope cardinal archbishop bishop patriarch judge justice attorney prosecutor mayor leader negotiator \
      inspector coordinator commissioner speaker treasurer professor doctor captain colonel major lieutenant \
      sergeant admiral marshal brigadier corporal private officer editor analyst economist founder co-founder owner \
      coach manager candidate nominee deputy vice-president undersecretary sheriff superintendent consul \
      counselor counsellor administrator executive dictator warlord cleric rabbi priest delegate mp lawyer \
      ceo head rapporteur ombudsman magistrate senator-elect president-elect reporter correspondent journalist \
      author director-general",
        true,
    ),
    (
        Tags::ROLE,
        "Gen. Lt. Col. Maj. Sgt. Capt. Cpl. Adm. Cmdr. Brig. Sen. Sens. Rep. Reps. Gov. Prof. Rev. Pres. \
      Amb. Hon. Pvt. Supt. Fr. Gen Lt Col Sgt Capt Prof Rep Sen",
        false,
    ),
    (
        Tags::ROLE_MODIFIER,
        "prime vice deputy assistant acting foreign defense defence interior finance justice \
      health education energy trade economy economic environment transport agriculture labor labour oil home \
      housing information commerce state treasury chief special supreme national security military \
      political nuclear executive managing general attorney under lieutenant major brigadier rear presidential \
      opposition rebel permanent principal press public policy legal ruling majority minority \
      house senate party district federal crown field staff master chairman human rights intelligence \
      police army naval navy communications cultural culture external internal affairs-general planning \
      reconstruction science sports tourism water welfare co-prime interim caretaker provincial regional \
      cabinet government parliamentary congressional campaign peace religious spiritual guerrilla militant \
      managing research strategic operations",
        true,
    ),
    (
        Tags::ORGANISATION,
        "chronicle syndicate newspapers inquirer observer telegraph globe examiner acquisition ministry department agency council regime administration party institute university bank \
      commission forces force post times tribune herald journal gazette daily news association organization \
      organisation committee congress parliament assembly senate bureau office authority corporation corp corp. inc \
      inc. ltd ltd. llc plc co. company group union federation confederation league foundation fund society club \
      court tribunal police army navy guard guards corps brigade division battalion regiment command center centre \
      college academy school airlines airways motors industries holdings partners associates systems technologies \
      electronics pharmaceuticals laboratories hospital church service services network television tv radio \
      magazine press board trust coalition alliance front movement brotherhood brigades militia cabinet government \
      secretariat directorate exchange securities energy petroleum oil gas telecom communications media \
      international bundestag faction bloc caucus consulate embassy mission initiative program project panel \
      enterprises brothers insurance financial capital airlines orchestra band institution museum library \
      observatory laboratory consortium chamber staff treasury",
        true,
    ),
    (
        Tags::ORGANISATION_OF,
        "ministry department bank university institute council committee commission organization \
      organisation association house court college academy school board federation league union bureau office \
      society academy center centre party front chamber church community congress army movement",
        true,
    ),
    (
        Tags::PLACE,
        "province district county city island islands river sea ocean bay valley mountain mountains \
      peninsula zone airport square street avenue road bridge park desert lake strait straits canal beach harbor \
      harbour port region territory territories village town base stadium palace cathedral mosque temple hills \
      heights hill plains coast highway boulevard plaza tower towers hotel hall prison camp crossing gulf reef \
      basin forest plateau delta archipelago atoll falls springs fort castle arena airfield facility complex \
      reactor plant dam border cemetery memorial state",
        true,
    ),
    (
        Tags::PLACE_FIRST,
        "Lake Mount Mt. Gulf Strait Straits Bay Sea Cape Port Fort Camp Isle Isles Islands Republic \
      City Province Kingdom River Ciudad Villa San Santa Los Las Saint St. El Tel Tal Umm Wadi Khan Deir Jabal",
        false,
    ),
    (
        Tags::EVENT,
        "Summit Conference Olympics Games War Wars Cup Championship Championships Election Elections \
      Revolution Uprising Festival Forum Congress Convention Marathon Accord Accords Agreement Treaty Talks Massacre \
      Holocaust Awards Prix Open Tournament Series Crisis Battle Day Referendum Expo Rally Intifada Plague \
      Genocide Coup Inquisition Crusade Crusades Rebellion Depression Primary Caucuses Spring",
        false,
    ),
    (
        Tags::FUNCTION,
        "the a an this that these those he she it they we you i his her its their our your my who what \
      which when where why how there here and but or nor so yet for if as at by in of on to up with without from into \
      after before during while since until although though because unless despite however meanwhile also both \
      each either every few many more most much neither no none not one only other others another all some any such \
      same several two three four five six seven eight nine ten hundreds thousands dozens millions then thus still \
      just even ever never now once again about above across against along among around behind below beneath beside \
      besides between beyond down inside like near off out outside over past per than through throughout toward \
      towards under upon via within is are was were be been being am has have had do does did will would shall \
      should may might must can could let yes oh well perhaps maybe instead rather further moreover nevertheless \
      nonetheless therefore otherwise according earlier later recently today yesterday tomorrow tonight first second \
      third last next asked speaking citing saying amid together whether whose whom him them us me mine ours \
      theirs myself himself herself themselves itself not please let's it's that's there's he's she's we're they're \
      i'm don't can't won't isn't what's o ok",
        true,
    ),
    (
        Tags::CALENDAR,
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June \
      July August September October November December Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays \
      Sundays Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Ramadan GMT EST EDT PDT \
      Thanksgiving Halloween Passover",
        false,
    ),
    (
        Tags::SPEECH,
        "said says told added adds asked tells warned warns argued argues insisted insists claimed claims \
      replied stated noted notes announced announces declared denied explained recalled suggested predicted urged \
      wrote writes testified called calls expressed met visited arrived vowed pledged promised complained \
      acknowledged admitted thinks thought believes believed",
        false,
    ),
    (
        Tags::PARTICLE,
        "al el bin ibn bint de la da das dos del della di du van von der den ter ul ur ud ad y e le",
        false,
    ),
    (
        Tags::PERSON_BEFORE,
        "president minister secretary chancellor governor senator ambassador envoy adviser advisor \
      spokesman spokeswoman spokesperson director chairman chief commander general leader negotiator premier king \
      queen prince princess judge mayor professor analyst economist founder coach candidate nominee cleric \
      dictator brother sister father mother son daughter wife husband lawyer colleague successor predecessor rival \
      actor actress singer author writer journalist reporter correspondent editor activist dissident captain \
      champion incumbent opponent teammate striker player researcher scientist expert militant mastermind suspect \
      dr. colonel named officer prosecutor attorney senator congressman lawmaker inspector counterpart tycoon \
      billionaire businessman photographer opponent commissioner boss",
        false,
    ),
    (
        Tags::ORGANISATION_BEFORE,
        "group groups party company companies network newspaper agency organization \
      organisation militia firm giant carrier airline maker magazine daily channel broadcaster club charity \
      faction union coalition television station website manufacturer automaker bank retailer conglomerate",
        false,
    ),
    (
        Tags::PLACE_BEFORE,
        "in at near from outside inside across throughout toward towards around into via \
      within northern southern eastern western central downtown southeast southwest northeast northwest \
      north south east west to between",
        false,
    ),
    (
        Tags::PLAIN,
        "officials police authorities analysts experts people government sources members troops soldiers \
      rebels militants protesters lawmakers leaders doctors reports security state media foreign economic political \
      military prime former new old young big top senior local national international federal central public \
      private human nuclear free great high general special world global western eastern northern southern day \
      news story report reports update photo video file image click read share comment comments related more \
      subscribe advertisement copyright page chapter section part number internet web site email phone street \
      president minister king queen god bible koran islam christianity christmas constitution law act bill article \
      amendment treaty agreement war peace love life time home work school house family children women men man \
      woman boy girl friend friends school student students teacher left right center good bad best better \
      critics supporters opponents investigators prosecutors judges residents witnesses voters scientists \
      researchers workers businesses companies investors oil gas gold prices stocks shares thousands tens \
      relatives survivors victims negotiators diplomats observers opposition talks violence fighting bombs two-thirds \
      dollar euro pound yen stock internet mars moon sun earth english-language avian bird-flu aids hiv dna \
      iii ii iv vi ad bc olympic olympics nobel avian bird medicare medicaid social congressional presidential",
        true,
    ),
    (
        Tags::PLAIN,
        "GDP AIDS HIV H5N1 DNA TV CD DVD ATM CEO CEOs MP MPs PM AM GPS TRUE FALSE ID SUV UFO PC IT AC GNP IPO CFO VIP \
      NGO NGOs WMD WMDs POW POWs SARS MRI RNA COVID USD EUR II III IV VI VII VIII IX XI XII OK P.S. A.D. B.C. PhD MD \
      PDF URL HTML Mr Mrs",
        false,
    ),
    (Tags::FUNCTION, "BY THE AND OF FOR FROM WITH TO IN ON AT AS", false),
    (
        Tags::ORGANISATION_AFTER,
        "shares stock chairman chief executive shareholders subsidiary unit spokesman spokeswoman officials profits \
      profit earnings sales employees customers executives plant headquarters lawmakers board bonds products \
      revenue stake management directors bid takeover newspaper newscast broadcast website hackers members activists",
        false,
    ),
    (
        Tags::ROLE,
        "Presidents Ministers Senators Secretaries Ambassadors Governors Congressmen Lawmakers Representatives Mayors \
      Generals Judges Professors Kings Premiers Chancellors Commissioners Directors Spokesmen",
        false,
    ),
    (
        Tags::PLAIN,
        "angels birds games rock discovery cooking chef art defendant plaintiff prophet heritage culture sports business \
      arts travel opinion editorial technology science health politics entertainment weather magazine book books movie \
      film song album internet station room hotel restaurant market farm bread chicken wine spring summer autumn fall winter",
        true,
    ),
    (
        Tags::DIRECTION,
        "north south east west northern southern eastern western central upper lower greater new old \
      northwest northeast southwest southeast",
        true,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_several_lists() {
        assert!(tags("Ministry").has(Tags::ORGANISATION) && tags("Ministry").has(Tags::ORGANISATION_OF));
        assert!(tags("ministry").has(Tags::ORGANISATION));
        assert!(tags("Mr.").has(Tags::HONORIFIC) && !tags("mr.").has(Tags::HONORIFIC));
        assert_eq!(tags("Pyongyang"), Tags::default());
    }
}
