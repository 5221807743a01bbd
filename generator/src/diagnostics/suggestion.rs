//! Did you mean: the word among those there are that is most like the one that was written.

/// How alike two words are at least, of 1.
const ALIKE: f64 = 0.8;

/// The most similar of several words, where one is similar.
pub fn nearest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let written = written.to_lowercase();
    let scored = words
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&written, &word.to_lowercase()), word));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(score, _)| *score >= ALIKE)
        .map(|(_, word)| word)
}

/// The word that a slip of the pen has made another one of: all but the case is the same, or one letter is (two, where
/// there are many).
pub(super) fn slip_of<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let written = written.to_lowercase();
    let distance = |word: &str| strsim::osa_distance(&written, &word.to_lowercase());
    let is_meant = |word: &&str| match word.len() {
        ..4 => distance(word) == 0,
        4..9 => distance(word) <= 1,
        _ => distance(word) <= 2,
    };
    let meant = words.iter().copied().filter(is_meant);
    meant.min_by_key(|word| distance(word))
}
