/** Words that guessers try first, in many combinations. Our own short list; written in hiragana and lower case, as compared. */
export const commonWords: readonly string[] = [
  ...'password passwort passphrase pass passcode secret admin administrator root login signin welcome letmein master dragon monkey'.split(
    ' ',
  ),
  ...'football baseball soccer superman batman pokemon princess sunshine shadow charlie michael jordan summer winter spring autumn'.split(
    ' ',
  ),
  ...'qwerty asdfgh zxcvbn abc123 iloveyou ilove love hello thankyou please hitoba peer support supporter peersupport peersupporter'.split(
    ' ',
  ),
  ...'japan nippon nihon tokyo osaka kyoto sakura fujisan himitsu arigato arigatou konnichiwa ohayou sayonara daisuki aishiteru'.split(
    ' ',
  ),
  ...'test tester sample demo default guest user changeme computer internet google facebook twitter apple windows microsoft'.split(
    ' ',
  ),
  ...'january february march april june july august september october november december monday friday sunday'.split(
    ' ',
  ),
  ...'one two three four five six seven eight nine ten first second'.split(' '),
  ...'correct horse battery staple'.split(' '),
  ...'ぱすわーど ひみつ あんしょうばんごう こんにちは ありがとう おはよう さようなら だいすき あいしてる にっぽん にほん とうきょう さくら'.split(
    ' ',
  ),
  ...'ぴあ ぴあさぽーと ぴあさぽーたー さぽーと さぽーたー ひとば よろしくおねがいします おねがいします てすと さんぷる'.split(
    ' ',
  ),
  ...'2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030 1234567890 123456789 12345678 123456 12345 1234 123'.split(
    ' ',
  ),
]

/** Whole sentences that are long enough and known to everybody. Without spaces and signs. */
export const commonPhrases: readonly string[] = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'maytheforcebewithyou',
  'itwasthebestoftimesitwastheworstoftimes',
  'inthebeginningwastheword',
  'ihaveadreamthatoneday',
  'happybirthdaytoyou',
  'twinkletwinklelittlestar',
  'onceuponatimethere',
  'allyouneedislove',
  'ithinkthereforeiam',
  'nopainnogain',
  'yesterdayallmytroubles',
  'supercalifragilisticexpialidocious',
  'いろはにほへとちりぬるを',
  'わかよたれそつねならむ',
  'わがよたれぞつねならむ',
  'むかしむかしあるところに',
  'わがはいはねこである',
  '吾輩は猫である',
  '春はあけぼの',
  '祇園精舎の鐘の声',
  'きみがよはちよにやちよに',
  '君が代は千代に八千代に',
  'さくらさくらやよいのそらは',
  'どんぐりころころどんぶりこ',
  'ふるいけやかわずとびこむみずのおと',
  '古池や蛙飛びこむ水の音',
  'じゅげむじゅげむごこうのすりきれ',
  'あめにもまけずかぜにもまけず',
  '雨にも負けず風にも負けず',
  '雨にもまけず風にもまけず',
  'irohanihohetochirinuruwo',
  'mukashimukashiarutokoroni',
  'wagahaiwanekodearu',
  'namumyouhourengekyou',
  'なむみょうほうれんげきょう',
  'namuamidabutsu',
]
