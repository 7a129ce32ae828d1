package org.steelyard.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.load.Matter.Item;
import org.steelyard.load.Press.Outlet;

/** Evidence as it comes in over the months, from sources that others quote too; what is corrected, taken back, put in again. */
final class Gathering {
    private static final int CREDIBILITIES = 6;
    private static final List<Double> LATE_DAYS = List.of(0.1, 1.0, 4.0, 12.0);

    private final Case open;
    private final Matter matter;
    private final Press press;
    private final Opinions opinions;
    private final Talk talk;
    private final Dice dice;

    /** Since when each source is here. */
    private final TreeMap<String, Instant> sources = new TreeMap<>();

    private int arrived;

    Gathering(Case open, Matter matter, Press press, Opinions opinions, Talk talk) {
        this.open = open;
        this.matter = matter;
        this.press = press;
        this.opinions = opinions;
        this.talk = talk;
        dice = open.dice;
    }

    void begin() {
        open.later(Dice.days(Math.min(1, open.shape.days() / 20)), this::arrive);
    }

    /** The next item comes when it has to, for the assessment to have its size at its end. */
    private void planNext() {
        double itemsLeft = (open.shape.events() - expected()) / open.shape.eventsOfAnItem();
        double daysLeft = Duration.between(open.now(), open.shape.ends()).toHours() / 24.0 - 2;
        if (itemsLeft > 0.5 && daysLeft > 0) {
            open.later(dice.pause(daysLeft / (itemsLeft + 0.5)), this::arrive);
        }
    }

    private double expected() {
        double besides = open.revision() - opinions.rated() - arrived;
        return besides + arrived * open.shape.eventsOfAnItem() + opinions.judgmentsToCome();
    }

    private void arrive() {
        if (matter.closed) {
            return;
        }
        String author = dice.any(open.shape.analysts());
        boolean late = dice.chance(0.2);
        Duration back = late ? dice.pause(dice.any(LATE_DAYS)) : Duration.ZERO;
        Outlet outlet = dice.early(press.outlets());
        Instant known = sources.get(outlet.key());
        if (known == null && !recordSource(outlet, author, back)) {
            return;
        }
        Instant since = open.before(back, sources.getOrDefault(outlet.key(), open.now()));
        String key = "e" + (arrived + 1);
        if (open.record(evidence(key, outlet.key()), author, null, late ? since : null)) {
            arrived++;
            int pointsTo = dice.chance(0.3)
                    ? -1
                    : dice.chance(0.55) ? open.shape.truth() : dice.between(0, open.shape.interpretations() - 1);
            put(new Item(key, since, pointsTo));
            opinions.itemArrived(matter.items.getLast());
            talk.itemArrived(key);
            planChanges(key);
        }
        planNext();
    }

    private boolean recordSource(Outlet outlet, String author, Duration back) {
        Instant since = open.before(back, open.shape.opened());
        Reliability reliability = dice.chance(0.85) ? outlet.reliability() : dice.any(Reliability.values());
        var command = new RecordSource(outlet.key(), outlet.name(), outlet.kind(), reliability, outlet.origin());
        if (!open.record(command, author, null, back.isZero() ? null : since)) {
            return false;
        }
        sources.put(outlet.key(), since);
        if (dice.chance(0.15)) {
            open.later(dice.pause(40), () -> regradeSource(outlet.key()));
        }
        return true;
    }

    private void regradeSource(String key) {
        if (!matter.closed) {
            var command = new CorrectSource(key, null, null, dice.any(Reliability.values()), null, Set.of());
            open.record(command, lead(), open.words.clause() + ".", null);
        }
    }

    private RecordEvidence evidence(String key, String source) {
        Instant happened = open.now().minus(dice.pause(6));
        String day = happened.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return new RecordEvidence(
                key,
                open.words.statement(10, 34),
                source,
                dice.share(1, 4, 4, 2, 1, 2) + 1,
                dice.weighted(Relevance.values(), 3, 5, 2),
                dice.weighted(EvidenceKind.values(), 88, 7, 5),
                dice.chance(0.1) ? Words.capital(dice.early(press.outlets()).name()) : null,
                dice.chance(0.6) ? day.substring(0, dice.any(List.of(4, 7, 10, 10, 10))) : null,
                dice.chance(0.5) ? day : null,
                dice.chance(0.4) ? URI.create("https://" + source + ".example/" + day + "/" + key) : null,
                marking());
    }

    private @Nullable Marking marking() {
        Marking marking = dice.any(Marking.values());
        return dice.chance(0.1) && !marking.stricterThan(open.state().marking()) ? marking : null;
    }

    private void planChanges(String key) {
        if (dice.chance(0.12)) {
            open.later(dice.pause(15), () -> ifThere(key, this::regrade));
        }
        if (dice.chance(0.08)) {
            open.later(dice.pause(6), () -> ifThere(key, this::correct));
        }
        if (dice.chance(0.06)) {
            open.later(dice.pause(30), () -> ifThere(key, this::retract));
        }
    }

    private void ifThere(String key, Consumer<Item> act) {
        if (!matter.closed) {
            matter.items.stream()
                    .filter(item -> item.key().equals(key))
                    .findFirst()
                    .ifPresent(act);
        }
    }

    private void regrade(Item item) {
        Integer credibility = dice.between(1, CREDIBILITIES);
        Relevance relevance = dice.chance(0.3) ? dice.any(Relevance.values()) : null;
        var command = new CorrectEvidence(
                item.key(), null, null, credibility, relevance, null, null, null, null, null, null, Set.of());
        Instant since = dice.chance(0.2) ? open.before(dice.pause(4), item.since()) : null;
        open.record(command, dice.any(open.shape.analysts()), open.words.clause() + ".", since);
    }

    private void correct(Item item) {
        var command = new CorrectEvidence(
                item.key(),
                open.words.statement(10, 34),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of());
        open.record(command, dice.any(open.shape.analysts()), null, null);
    }

    private void retract(Item item) {
        Instant since = dice.chance(0.2) ? open.before(dice.pause(3), item.since()) : null;
        if (open.record(
                new RetractEvidence(item.key()), lead(), "It was denied: " + open.words.clause() + ".", since)) {
            matter.items.remove(item);
            if (dice.chance(0.3)) {
                open.later(dice.pause(14), () -> reinstate(item));
            }
        }
    }

    private void reinstate(Item item) {
        if (!matter.closed && open.record(new ReinstateEvidence(item.key()), lead(), "The denial was false.", null)) {
            put(new Item(item.key(), open.now(), item.pointsTo()));
        }
    }

    private void put(Item item) {
        matter.items.add(item);
    }

    private String lead() {
        return open.shape.analysts().getFirst();
    }
}
