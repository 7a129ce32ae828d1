package org.steelyard.portfolio.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts texts into words as Unicode has them (UAX #29) and folds these, so that neither case nor accents matter. What is stored
 * and what is looked for go through the same.
 */
final class Words {
    /** Longer words are cut into such, in characters. */
    static final int LONGEST = 64;

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            words.setMaxTokenLength(LONGEST);
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private Words() {}

    /** A word, folded, and where it stands in its text. */
    record Word(String folded, int start, int end) {}

    /** The text in the form in which words stand at their places in it: letters and accents composed. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The words of a {@link #composed} text in their order. */
    static List<Word> of(String composed) {
        var words = new ArrayList<Word>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", composed)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(new Word(folded(term.toString()), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return words;
    }

    /** All that texts are found by: their words and, of words with dots in them, as hosts are, what follows each dot. */
    static Set<String> found(List<String> texts) {
        var found = new HashSet<String>();
        for (String text : texts) {
            for (Word word : of(composed(text))) {
                found.addAll(ends(word.folded()));
            }
        }
        return found;
    }

    /** The word and what follows each dot in it. */
    static List<String> ends(String word) {
        var ends = new ArrayList<String>(List.of(word));
        for (int dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
            ends.add(word.substring(dot + 1));
        }
        return ends;
    }

    private static String folded(String term) {
        String folded = term;
        if (term.codePoints().anyMatch(point -> point > 0x7f)) {
            String bare = ACCENTS.matcher(Normalizer.normalize(term, Normalizer.Form.NFD))
                    .replaceAll("");
            folded = composed(bare);
        }
        int length = Math.min(LONGEST, folded.length());
        boolean inMiddle = length < folded.length() && Character.isHighSurrogate(folded.charAt(length - 1));
        return folded.substring(0, inMiddle ? length - 1 : length);
    }
}
