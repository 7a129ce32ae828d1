package org.steelyard.workbench;

import java.util.function.UnaryOperator;
import org.steelyard.assessment.Submission;

/**
 * One submission that a form comes to.
 *
 * @param field turns a place in the command (a JSON pointer without its first slash, its other slashes dots) into the name of
 *     the field that it was typed into
 */
record Line(Submission submission, UnaryOperator<String> field) {

    /** A line whose fields are named as those of the command are. */
    static Line of(Submission submission) {
        return new Line(submission, UnaryOperator.identity());
    }
}
