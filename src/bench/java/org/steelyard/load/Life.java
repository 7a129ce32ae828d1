package org.steelyard.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Relation;

/** What happens to one assessment from its opening to its end; what frames it is done here, the rest by others. */
final class Life {
    private static final List<String> TAGS = List.of(
            "energy", "trade", "security", "elections", "health", "cyber", "finance", "region-east", "weekly", "board");

    private final Case open;
    private final Matter matter = new Matter();
    private final Gathering gathering;
    private final Opinions opinions;
    private final Talk talk;

    Life(Case open, Press press) {
        this.open = open;
        opinions = new Opinions(open, matter);
        talk = new Talk(open, matter);
        gathering = new Gathering(open, matter, press, opinions, talk);
        open.soon(Duration.ZERO, this::begin);
    }

    private Shape shape() {
        return open.shape;
    }

    private String lead() {
        return shape().analysts().getFirst();
    }

    private void begin() {
        open.record(
                new OpenAssessment(
                        shape().key(),
                        shape().title(),
                        question(),
                        shape().relation(),
                        open.dice.chance(0.7) ? today().plusDays(open.dice.between(20, 400)) : null,
                        shape().marking(),
                        open.dice.some(open.dice.between(0, 4), TAGS),
                        open.dice.chance(0.1)
                                ? new PolicyChange(open.dice.between(0.3, 0.7), null, null, null, null)
                                : PolicyChange.NONE,
                        shape().blind()),
                lead());
        boolean oneComesLate = shape().interpretations() > 2 && open.dice.chance(0.3);
        for (int i = 0; i < shape().interpretations(); i++) {
            boolean last = i == shape().interpretations() - 1;
            open.soon(
                    last && oneComesLate
                            ? Dice.days(shape().days() * 0.4)
                            : open.dice.seconds(60 * i + 30, 60 * i + 80),
                    this::propose);
        }
        gathering.begin();
        opinions.begin();
        talk.begin();
        planChanges();
        open.later(Duration.between(open.now(), shape().ends()), this::end);
    }

    private String question() {
        return "Is it so that " + open.words.clause() + "?";
    }

    private void propose() {
        if (!matter.closed) {
            String key = "h" + (matter.interpretations.size() + 1);
            String holder = open.dice.chance(0.2) ? open.dice.any(shape().analysts()) : null;
            String statement = Words.capital(open.words.clause()) + ".";
            if (open.record(new ProposeInterpretation(key, statement, holder, null), lead())) {
                matter.interpretations.add(key);
                matter.inForce.add(key);
            }
        }
    }

    private void planChanges() {
        double days = shape().days();
        if (shape().events() > 100) {
            atSomeTime(0.5, days, this::rewrite);
            atSomeTime(0.4, days, this::revise);
            atSomeTime(0.15, days, () -> change(policy(open.dice.between(0.3, 0.7))));
        }
        if (shape().events() > 400) {
            atSomeTime(0.2, days, this::withdraw);
        }
        atSomeTime(0.04, days, this::markStricter);
        if (shape().blind()) {
            atSomeTime(0.3, days, () -> change(notBlind()));
        }
    }

    private void atSomeTime(double probability, double days, Runnable act) {
        if (open.dice.chance(probability)) {
            open.later(Dice.days(open.dice.between(0.2, 0.9) * days), () -> {
                if (!matter.closed) {
                    act.run();
                }
            });
        }
    }

    private void rewrite() {
        if (!matter.inForce.isEmpty()) {
            String key = open.dice.any(List.copyOf(matter.inForce));
            String statement = Words.capital(open.words.clause()) + ".";
            open.record(new ReviseInterpretation(key, statement, null, open.words.statement(8, 20), Set.of()), lead());
        }
    }

    private void revise() {
        change(question(question()));
    }

    private void withdraw() {
        if (matter.inForce.size() > 2) {
            String key = matter.inForce.stream()
                    .filter(other -> !other.equals(truth()))
                    .findFirst()
                    .orElseThrow();
            if (open.record(new WithdrawInterpretation(key), lead(), "Nobody holds it any more.", null)) {
                matter.inForce.remove(key);
            }
        }
    }

    private void markStricter() {
        Stream.of(Marking.values())
                .filter(other -> other.stricterThan(open.state().marking()))
                .findFirst()
                .ifPresent(stricter -> change(marking(stricter)));
    }

    private String truth() {
        int place = Math.min(shape().truth(), matter.interpretations.size() - 1);
        return matter.interpretations.get(place);
    }

    private void end() {
        switch (shape().ending()) {
            case STAYS_OPEN -> {}
            case RESOLVED -> resolve();
            case ARCHIVED -> {
                change(archived());
                matter.closed = true;
            }
        }
    }

    private void resolve() {
        boolean one = shape().relation() == Relation.EXCLUSIVE;
        var outcomes = new TreeMap<String, Boolean>();
        matter.inForce.forEach(key -> outcomes.put(key, key.equals(truth()) || open.dice.chance(0.3)));
        String outcome = one && open.dice.chance(0.95) ? truth() : null;
        matter.closed = open.record(
                new ResolveAssessment(outcome, one ? null : outcomes, today(), open.words.statement(10, 25)), lead());
        if (open.dice.chance(0.05)) {
            open.later(
                    Dice.days(12),
                    () -> open.record(
                            new ReopenAssessment(), lead(), "The report on which this rests was withdrawn.", null));
        } else if (open.dice.chance(0.3)) {
            open.later(Dice.days(25), () -> change(archived()));
        }
    }

    private LocalDate today() {
        return open.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void change(ReviseAssessment change) {
        open.record(change, lead(), change.archived() == null ? null : "The work is done.", null);
    }

    private static ReviseAssessment question(String text) {
        return new ReviseAssessment(null, text, null, null, null, null, null, null, Set.of());
    }

    private static ReviseAssessment marking(Marking marking) {
        return new ReviseAssessment(null, null, null, null, marking, null, null, null, Set.of());
    }

    private static ReviseAssessment policy(double rho) {
        var policy = new PolicyChange(rho, null, null, null, null);
        return new ReviseAssessment(null, null, null, null, null, policy, null, null, Set.of());
    }

    private static ReviseAssessment notBlind() {
        return new ReviseAssessment(null, null, null, null, null, null, false, null, Set.of());
    }

    private static ReviseAssessment archived() {
        return new ReviseAssessment(null, null, null, null, null, null, null, true, Set.of());
    }
}
