# 창에 나오는 한국어 문장. 한 줄에 하나씩, 키로 찾는다. 여기 없는 문장은 영어로 나온다.
#
# 문체: 메뉴와 단추는 짧은 명사형(저장, 다른 이름으로 저장…), 문장은 해요체. 조사는 앞말에 따라 바뀌지 않도록
# 문장을 고쳐 쓰고, 피할 수 없을 때만 을(를)처럼 쓴다. 라벨과 관계 유형의 이름은 자료이므로 옮기지 않는다.
#
# 용어
#   article 기사 · project 프로젝트 · mark 표시 · mention 언급 · entity 개체 · label 라벨 · label set 라벨 묶음
#   suggestion 제안 · accept 수락 · reject 거절 · review 검토 · relation 관계 · relation type 관계 유형
#   timeline 연표 · map of ties 관계망 · tie 연결 · metonym 환유 · facts 정보 · note 메모 · list of names 이름 목록
#   earlier state 이전 상태 · step 단계 · undo 실행 취소 · redo 다시 실행 · find 찾기 · export 내보내기
#   import 가져오기 · selection 선택 · word 단어 · publisher 발행처 · author 글쓴이 · published 발행일
#   encoding 인코딩 · tag 표시하다 · untag 표시를 지우다 · merge 합치다 · caret 커서

language-name = 한국어

## 메뉴

menu-file = 파일
menu-edit = 편집
menu-mark = 표시
menu-review = 검토
menu-view = 보기
menu-help = 도움말
recent-files = 최근 파일
named-step = { $command }: { $step }

## 명령 (메뉴 순서대로)

open-articles = 기사 열기…
import-annotations = 주석 가져오기…
paste-article = 텍스트를 기사로 붙여넣기…
open-sample = 예제 기사 열기
remove-article = 프로젝트에서 이 기사 제거
new-project = 새 프로젝트
open-project = 프로젝트 열기…
save = 저장
save-as = 다른 이름으로 저장…
article-files = 기사마다 파일을 따로 두기
one-file = 프로젝트를 파일 하나에 두기
export = 내보내기…
earlier-states = 이전 상태…
reload-project = 파일에서 프로젝트 다시 읽기
take-over = 다른 Dateline에서 넘겨받기
quit = 끝내기
undo = 실행 취소
redo = 다시 실행
copy = 복사
select-all = 기사 전체 선택
find-here = 찾기…
find-next = 다음 찾기
find-previous = 이전 찾기
find-in-project = 프로젝트에서 찾기…
delete-mark = 표시 삭제
edit-note = 메모 쓰기
entity-facts = 이 개체의 정보…
toggle-metonym = 그 정부를 뜻함
set-date = 이 날짜의 뜻 정하기…
relate = 두 표시의 관계 맺기
edit-relation = 이 관계 고치기…
tag-all-in-article = 기사에서 이 이름 모두 표시
tag-all-in-project = 프로젝트에서 이 이름 모두 표시
sticky-label = 다음 선택에도 이 라벨 쓰기
pick-label = 라벨 고르기…
edit-labels = 라벨…
grow-end = 끝을 한 단어 늘이기
shrink-end = 끝을 한 단어 줄이기
grow-start = 시작을 한 단어 늘이기
shrink-start = 시작을 한 단어 줄이기
next-mark = 다음 표시
previous-mark = 이전 표시
next-suggestion = 다음 제안
previous-suggestion = 이전 제안
accept = 수락
accept-name = 기사에서 이 이름 모두 수락
accept-entity = 프로젝트에서 이 개체 모두 수락
accept-all = 기사에 보이는 제안 모두 수락…
reject = 거절
reject-in-article = 기사에서 이 이름 거절
reject-in-project = 프로젝트에서 이 이름 거절
know-name = 이 이름 항상 제안
forget-name = 이 이름에서 배운 것 잊기
lists-of-names = 이름 목록…
show-surer = 더 확실한 것만 보기
show-less-sure = 덜 확실한 것도 보기
show-all-suggestions = 모든 제안 보기
careful-suggestions = 꼼꼼히 읽기 (더 정확하고 느림)
next-article = 다음 기사
previous-article = 이전 기사
timeline = 연표
map-of-ties = 관계망
larger-text = 글자 크게
smaller-text = 글자 작게
normal-text = 글자 보통 크기
theme-system = 시스템 테마
theme-light = 밝은 테마
theme-dark = 어두운 테마
choose-language = 언어…
all-commands = 모든 명령…
show-keys = 단축키
about-dateline = Dateline 정보
back-out = 되돌아가기

## 창의 언어

language = 언어
language-of-system = 시스템 언어

## 모든 명령 목록

palette-hint = 무엇을 할까요?
palette-field = 명령 찾기
palette-nothing = 그런 이름의 명령이 없어요. 글자를 줄여 보세요.
palette-row = { $menu }: { $command }
palette-not-now = { $command }, 지금은 쓸 수 없음

## 단축키 표

keys-or = { $first } 또는 { $second }
keys-in-article = 기사에서
keys-label = 선택, 현재 표시 또는 커서의 단어에 라벨 붙이기
keys-keep-label = 다음 선택에도 쓸 라벨 정하기
keys-arrows = 방향키
keys-move = 커서 이동 (Ctrl은 단어씩, Shift는 선택)
keys-drag = 끌기
keys-select = 단어씩 선택 (Alt는 글자씩)
keys-double-click = 두 번 클릭
keys-select-word = 단어 선택 (세 번 클릭은 문장)
keys-click-mark = 표시 클릭
keys-select-mark = 표시 선택 (다시 클릭하면 그 아래 표시)
keys-back-out = 하던 일에서 한 단계 되돌아가기

## 여러 창에 있는 단추

close = 닫기
cancel = 취소
done = 완료

## 설정

settings = 설정…
settings-title = 설정
settings-where = 이 컴퓨터에서 나만의 설정
settings-looks = 모양
settings-theme = 테마
settings-theme-system = 시스템에 맞춤
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-zoom = 전체 크기
settings-motion = 움직임
settings-less-motion = 움직이는 효과 없음
settings-reading = 읽기
settings-text-size = 글자 크기
settings-column = 단 너비
settings-characters = 자
settings-lines = 줄 간격
settings-sample = 양측 특사가 화요일 빈에서 봄 이후 처음으로 만났다. 한 참석자는 “서로 이야기를 들었다”고만 말하고 더 이상 언급하지 않았다.
settings-suggestions = 제안
settings-care = 꼼꼼함
settings-least-sure = 이만큼 확실한 것만 보기
settings-keys = 단축키
settings-keys-find = 명령 찾기
settings-keys-press = 키를 누르세요 (Esc는 취소)
settings-keys-none = 단축키 없음
settings-keys-of = { $command }: { $keys }. 변경
settings-keys-remove = 없애기
settings-keys-back = 처음대로
settings-keys-refused = { $keys } 키는 라벨, 커서 또는 클립보드에 쓰여요.
settings-keys-taken = { $keys } 키는 지금 “{ $command }” 명령에 쓰여요.
settings-keys-take = 여기에 쓰기
settings-reset = 모두 처음대로
settings-reset-hint = 모든 설정과 단축키를 처음대로 되돌려요. 최근 파일은 남아요

## 둘러보기

tour = 다섯 단계 둘러보기
tour-step = { $steps }단계 중 { $step }
tour-next = 다음
tour-back = 이전
tour-skip = 건너뛰기
tour-end = 둘러보기 끝내기
tour-done = 완료
tour-sample = 예제 열기
tour-open = 기사 열기
tour-open-how = Ctrl+O로 파일을 열거나 창에 파일을 끌어다 놓으세요. 지금은 예제로 충분해요.
tour-review = 찾은 것 검토하기
tour-review-how = Tab은 다음 제안으로 가요. Enter는 수락, Backspace는 거절이에요. 세 개를 수락해 보세요.
tour-mark = 직접 표시하기
tour-mark-how = 단어를 끌거나 두 번 클릭해서 선택하고 라벨의 숫자를 누르세요. 1은 인물, 3은 장소예요.
tour-entities = 누가 누구인지 보기
tour-entities-how = 오른쪽에서 개체 목록을 여세요. 인물, 장소, 조직이 모든 이름과 함께 한 번씩 나와요.
tour-save = 작업 저장하기
tour-save-how = Ctrl+S는 모든 것을 파일 하나에 써요. 저장하기 전에도 잃는 것은 없어요. 프로그램이 멈춰도 모든 단계가 돌아와요.

## 안내서

guide = 안내서
guide-title = 안내서
guide-open = 기사 열기
guide-open-text = 텍스트, 웹 페이지, PDF, Word, 메일, 통신사 기사, 표 등을 Ctrl+O로 열거나, 파일이나 폴더를 창에 끌어다 놓거나, Ctrl+Shift+V로 텍스트를 붙여넣으세요. 네트워크에서 아무것도 가져오지 않아요. 제목, 글쓴이, 날짜는 파일에서 읽고, 기사 위에서 클릭하면 고칠 수 있어요. 파일 이름을 클릭하면 웹 페이지에서 무엇을 뺐는지 볼 수 있어요.
guide-review = 제안 검토하기
guide-review-text = 기사를 열면 인물, 조직, 장소, 집단, 사건, 날짜에 밑줄이 그어져요. Tab은 다음 제안, Enter는 수락, Backspace는 거절, 숫자는 다른 라벨로 수락이에요. Shift+Enter는 한 개체 전부, Ctrl+Enter는 한 이름 전부, Ctrl+Shift+A는 보이는 것 전부를 확인 뒤에 수락해요. 모든 답에서 바로 배워요.
guide-mark = 직접 표시하기
guide-mark-text = 단어를 끌어서 선택하고 라벨의 숫자를 누르세요. L은 라벨을 이름으로 찾아요. 커서가 단어 안에 있으면 숫자만 눌러도 돼요. Alt와 방향키로 표시를 늘이고 줄이고, Delete로 지우고, Ctrl+T로 기사에서 같은 이름을 모두 표시해요. 표시는 겹치거나 안에 들어갈 수 있어요. Ctrl+Z는 다시 시작한 뒤에도 모든 단계를 되돌려요.
guide-entities = 이름 묶기
guide-entities-text = 같은 인물이나 장소의 언급은 개체 하나로 오른쪽 목록에 나와요. 여러 개를 골라 합치고, 다른 사람이면 언급을 떼어 내고, Ctrl+E로 알려진 정보를 보세요. R은 두 표시를 관계로 이어요. 관계망(Ctrl+Shift+M)은 누가 누구와 이어져 있는지 보여 줘요.
guide-dates = 날짜
guide-dates-text = 날짜는 발행일을 기준으로 읽어요. “지난 화요일” 같은 말 아래에 작은 글자로 실제 날짜가 나와요. 잘못 읽었으면 D로 뜻을 정하세요. 연표(Ctrl+Shift+L)에는 모든 날짜가 순서대로 있어요.
guide-find = 찾기
guide-find-text = Ctrl+F는 기사에서, Ctrl+Shift+F는 프로젝트 전체에서 단어, 온전한 단어, 정규식, 그리고 “label:Person near:5 talks”처럼 표시를 찾아요. 찾은 것을 한꺼번에 표시할 수 있어요. Ctrl+Shift+P는 모든 명령을 이름으로 찾아요.
guide-labels = 라벨
guide-labels-text = Ctrl+K는 프로젝트의 라벨을 열어요. 더하고, 이름과 색을 바꾸고, 합치고, 지우거나 다른 라벨 묶음을 쓰세요. 표시가 바뀌기 전에 몇 개인지 볼 수 있어요.
guide-safe = 잃는 것은 없어요
guide-safe-text = 저장하지 않아도 모든 단계는 곧바로 디스크에 있어요. 프로그램이 멈추면 모두 저절로 돌아와요. Ctrl+H는 프로젝트의 이전 상태를 보여 주고 되돌려요. 다른 프로그램이 파일을 바꿔도 어느 쪽도 덮어쓰지 않아요.
guide-exchange = 주고받기
guide-exchange-text = 내보내기(Ctrl+Shift+E)는 CSV, JSON lines, CoNLL, brat, spaCy, UIMA, WebAnno, W3C 주석, STIX, 그래프, 보고서 등을 써요. 이 도구들의 주석은 Ctrl+Shift+I로 가져와요. 프로젝트는 읽을 수 있는 RON 파일 하나예요.
tour-offer = 처음이신가요? 다섯 단계, 2분이면 둘러볼 수 있어요
