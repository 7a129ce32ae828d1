package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.portfolio.Portfolio;

/** Wherever a term of the glossary heads something, a page, a column or a field, it leads to what it means, and says it in short. */
@Tag("outer")
class HelpOnEveryPageTest {
    private static final String HEADS =
            "main :is(h1, h2, thead th, tfoot th, legend, dt, .entry .field > label, .clock label)";
    private static final String HELP = "a[href^=/help/]";

    /** Other words for a term, where a page has room for no other. */
    private static final Map<String, String> SAID_OTHERWISE = Map.ofEntries(
            Map.entry("weighted inconsistency", "inconsistency"),
            Map.entry("judged", "judgment"),
            Map.entry("judged probability", "judgment"),
            Map.entry("probabilities", "judgment"),
            Map.entry("my judgment", "judgment"),
            Map.entry("my last judgment", "judgment"),
            Map.entry("my ratings", "rating"),
            Map.entry("new evidence", "evidence"),
            Map.entry("grade", "admiralty-code"),
            Map.entry("reliability of the source", "reliability"),
            Map.entry("credibility of this item", "credibility"),
            Map.entry("relevance to the question", "relevance"),
            Map.entry("who said it first", "origin"),
            Map.entry("whose voice it carries", "origin"),
            Map.entry("since when it counts", "effective-at"),
            Map.entry("effective", "effective-at"),
            Map.entry("recorded", "recorded-at"),
            Map.entry("as recorded by", "as-of"),
            Map.entry("least coverage", "coverage"),
            Map.entry("stale above", "stale"),
            Map.entry("where the team differs", "disagreement"));

    /** Words that head something and mean no more than they say. */
    private static final Set<String> PLAIN = Set.of("reason", "history");

    @Test
    void a_term_that_heads_something_leads_to_its_meaning() {
        String key = DemoCase.imported("durability");
        Portfolio.awaitAll();
        var browser = TestServer.shared().browser("admin");
        Set<String> terms = browser.get("/help").expect(200).html().select("dt[id]").stream()
                .map(Element::id)
                .collect(Collectors.toSet());
        assertThat(terms).containsAll(SAID_OTHERWISE.values());

        var missing = new TreeSet<String>();
        var silent = new ArrayList<String>();
        for (String address : new Addresses(TestServer.shared(), key).all()) {
            if (address.startsWith("/help") || address.startsWith("/embed/")) {
                continue;
            }
            var page = browser.get(address).html();
            for (Element head : page.select(HEADS)) {
                String slug = slug(head);
                if (terms.contains(slug) && !leadsTo(head, slug)) {
                    missing.add(head.normalName() + " " + head.text() + " on " + address.replaceFirst("\\?.*", ""));
                }
            }
            page.select("main " + HELP).stream()
                    .filter(link -> link.attr("title").isEmpty())
                    .forEach(link -> silent.add(link + " on " + address));
        }
        assertThat(missing).isEmpty();
        assertThat(silent).isEmpty();
    }

    private static boolean leadsTo(Element head, String slug) {
        return !head.select("a[href=/help/" + slug + "]").isEmpty();
    }

    /** The place of the term that a head names, in one or in many; some word else where it names none. */
    private static String slug(Element head) {
        Element own = head.clone();
        own.select(".optional, .small, .soft, input, select, textarea, option, bdi")
                .remove();
        String said =
                own.text().toLowerCase(Locale.ROOT).replaceAll("[:,].*", "").strip();
        String one = said.replaceFirst("s$", "");
        String otherwise = SAID_OTHERWISE.get(said);
        if (PLAIN.contains(said)) {
            return "";
        }
        return otherwise != null ? otherwise : (said.endsWith("ss") ? said : one).replace(' ', '-');
    }
}
