package org.steelyard.balance;

import org.junit.jupiter.api.Test;

class SecondOpinionTest {
    @Test
    void a_slow_reading_of_the_formulas_gives_the_same_balance() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            Comparison.assertSame(Balance.of(situation), new NaiveBalance(situation).balance());
        });
    }
}
