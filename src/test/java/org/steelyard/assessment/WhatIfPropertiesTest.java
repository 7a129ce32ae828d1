package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.OfCell;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Situation;
import org.steelyard.balance.WhatIf;

/** What is assumed to be otherwise, against histories in which it was. */
class WhatIfPropertiesTest {
    private static final CommentMade NOTHING = new CommentMade("nothing", null, null);

    @Test
    void dropping_an_item_gives_the_balance_in_which_it_was_never_recorded() {
        RandomHistories.each((random, history) -> {
            Point point = SecondReadingTest.anyPoint(random, history);
            Situation situation = AssessmentState.fold(history).situationAt(point);
            for (Situation.Item item : situation.items()) {
                var dropped = new WhatIf(
                        Set.of(item.key()), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), List.of(), null);
                var never = AssessmentState.fold(without(item.key(), history)).situationAt(point);
                assertSame(Balance.of(dropped.in(situation)), Balance.of(never));
            }
        });
    }

    /** The same history with a comment in the place of all events about an item, so that the others keep their revisions. */
    private static List<Recorded> without(String evidence, List<Recorded> history) {
        return history.stream()
                .map(recorded -> isAbout(recorded.event(), evidence)
                        ? new Recorded(recorded.revision(), recorded.stamp(), NOTHING)
                        : recorded)
                .toList();
    }

    private static boolean isAbout(AssessmentEvent event, String evidence) {
        return evidence.equals(event.item())
                || (event instanceof OfCell cell && cell.evidence().equals(evidence));
    }

    /** Equal but for analysts who did nothing but rate: one whose every rating was about the item is none where it never was. */
    private static void assertSame(Balance actual, Balance expected) {
        assertThat(actual.interpretations()).isEqualTo(expected.interpretations());
        assertThat(actual.leaders()).isEqualTo(expected.leaders());
        assertThat(actual.coverage()).isEqualTo(expected.coverage());
        assertThat(actual.confidence()).isEqualTo(expected.confidence());
        assertThat(actual.spread()).isEqualTo(expected.spread());
        assertThat(actual.evidence()).isEqualTo(expected.evidence());
        assertThat(judges(actual)).isEqualTo(judges(expected));
    }

    private static List<AnalystLine> judges(Balance balance) {
        return balance.analysts().stream()
                .filter(analyst -> analyst.judged() != null)
                .toList();
    }
}
