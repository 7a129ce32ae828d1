package org.steelyard.assessment;

import java.util.Map;
import org.steelyard.balance.Rating;

/**
 * Another way to keep a history and to ask what it held. The question is the same for all: the ratings in force, of items in
 * force. No balance is made of them.
 *
 * @param <A> the answer as it comes, which is what is measured
 */
interface Rival<A> extends AutoCloseable {
    /** A cell of the matrix, which has one rater in the histories that are asked about. */
    record Cell(String evidence, String interpretation) {}

    A ask(Point point);

    /** The same answer in everybody's words, to be compared: ratings by cell. */
    Map<Cell, Rating> ratings(A answer);

    @Override
    default void close() {}
}
