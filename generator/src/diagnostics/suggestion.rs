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
