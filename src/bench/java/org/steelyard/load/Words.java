package org.steelyard.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts made of words, some common and most rare, so that a search finds much or little as it would in life. */
final class Words {
    private static final int PLACES = 900;

    private static final List<String> TOPICS = List.of(
            "grain exports",
            "port strike",
            "pipeline outage",
            "currency peg",
            "border closure",
            "coalition talks",
            "malware campaign",
            "chip shortage",
            "water treaty",
            "mine expansion",
            "rail tender",
            "vaccine rollout",
            "fishing quota",
            "bank merger",
            "gas contract",
            "troop rotation",
            "census delay",
            "fuel subsidy");

    private static final List<String> SUBJECTS = List.of(
            "the ministry",
            "the regional governor",
            "a port official",
            "the central bank",
            "the union",
            "two shipping lines",
            "the opposition",
            "an unnamed engineer",
            "the customs office",
            "a subcontractor",
            "the operator",
            "local farmers",
            "the rating agency",
            "the insurer",
            "a former minister",
            "the garrison",
            "the energy regulator",
            "three suppliers",
            "the election board",
            "a parliamentary committee",
            "the harbour master",
            "the holding company",
            "a survey team",
            "the district court",
            "the national airline",
            "a satellite operator",
            "the trade delegation",
            "the auditor");

    private static final List<String> VERBS = List.of(
            "announced",
            "denied",
            "postponed",
            "confirmed",
            "cancelled",
            "inspected",
            "moved",
            "stopped",
            "resumed",
            "ordered",
            "reported",
            "questioned",
            "approved",
            "delayed",
            "renegotiated",
            "withdrew",
            "published",
            "photographed",
            "counted",
            "warned of",
            "paid for",
            "raised",
            "halved",
            "doubled",
            "registered",
            "sealed",
            "disputed",
            "hinted at");

    private static final List<String> OBJECTS = List.of(
            "the shipment of turbines",
            "the second tranche of the loan",
            "new export licences",
            "the inspection schedule",
            "a convoy of forty trucks",
            "the maintenance contract",
            "overtime at the terminal",
            "the reserve requirement",
            "an emergency session",
            "the ceasefire lines",
            "the tender documents",
            "insurance cover for the strait",
            "the storage figures",
            "a shift of personnel",
            "the pilot project",
            "wage arrears",
            "the drilling permits",
            "a recall of ambassadors",
            "the voter rolls",
            "cooling water intake",
            "the price ceiling",
            "the audit findings",
            "spare parts for compressors",
            "a rerouting of freight",
            "the dividend",
            "the evacuation plan");

    private static final List<String> ADVERBS = List.of(
            "reportedly",
            "again",
            "quietly",
            "without notice",
            "for the third time",
            "at short notice",
            "in part",
            "formally",
            "on the record",
            "in private",
            "before dawn",
            "under protest",
            "as agreed",
            "against advice");

    private static final List<String> LINKS = List.of(
            "while", "after", "although", "because", "and", "before", "even though", "since", "whereas", "so that");

    private static final List<String> SYLLABLES = List.of(
            "ka", "ro", "ve", "na", "ti", "mol", "dra", "sen", "bur", "lo", "mi", "shta", "kor", "el", "pra", "vin",
            "sto", "ga", "ris", "tem", "ul", "bra", "ne", "zhe");

    private static final List<String> PLACE_ENDS =
            List.of("grad", "ville", "ov", "ia", "mouth", "stan", "burg", "ik", "ara", "");

    private final Dice dice;
    private final List<String> places;

    Words(Dice dice, List<String> places) {
        this.dice = dice;
        this.places = places;
    }

    /** Names of places, the ones that are spoken of most first. */
    static List<String> places(Dice dice) {
        var places = new ArrayList<String>();
        while (places.size() < PLACES) {
            places.add(capital(name(dice) + dice.any(PLACE_ENDS)));
        }
        return places;
    }

    /** A name of two or three syllables, in small letters. */
    static String name(Dice dice) {
        var name = new StringBuilder();
        for (int i = dice.between(2, 3); i > 0; i--) {
            name.append(dice.any(SYLLABLES));
        }
        return name.toString();
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    String place() {
        return dice.early(places);
    }

    String topic() {
        return dice.any(TOPICS);
    }

    /** One statement of at least so many words and some more, with a full stop. */
    String statement(int least, int most) {
        int wanted = dice.between(least, most);
        var text = new StringBuilder(capital(clause()));
        int words = count(text);
        while (words < wanted) {
            text.append(' ').append(dice.any(LINKS)).append(' ').append(clause());
            words = count(text);
        }
        return text.append('.').toString();
    }

    String clause() {
        var clause = new StringBuilder(dice.any(SUBJECTS));
        if (dice.chance(0.3)) {
            clause.append(" of ").append(place());
        }
        if (dice.chance(0.3)) {
            clause.append(' ').append(dice.any(ADVERBS));
        }
        clause.append(' ').append(dice.any(VERBS)).append(' ').append(dice.any(OBJECTS));
        if (dice.chance(0.6)) {
            clause.append(dice.chance(0.5) ? " in " : " near ").append(place());
        }
        if (dice.chance(0.15)) {
            clause.append(" on day ").append(dice.between(1, 90));
        }
        return clause.toString();
    }

    private static int count(StringBuilder text) {
        return (int) text.chars().filter(c -> c == ' ').count() + 1;
    }
}
