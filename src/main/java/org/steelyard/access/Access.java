package org.steelyard.access;

import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;

/** Who may do what: the one place that decides. Rights are today's, whatever the point in time that is looked at. */
@Service
public class Access {

    /** The name of who is signed in. */
    public String user() {
        throw new UnsupportedOperationException();
    }

    /** Whether who is signed in manages the installation. */
    public boolean isAdministrator() {
        throw new UnsupportedOperationException();
    }

    /** Whether who is signed in may open assessments. */
    public boolean mayOpen() {
        throw new UnsupportedOperationException();
    }

    /** Whether who is signed in has this right; false where there is no such assessment. */
    public boolean may(Right right, String assessment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Demands a right of who is signed in.
     *
     * @throws org.steelyard.http.Problem 404 where they may not know that the assessment exists, or it does not; else 403
     */
    public void require(Right right, String assessment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Demands the right to open assessments.
     *
     * @throws org.steelyard.http.Problem 403
     */
    public void requireToOpen() {
        throw new UnsupportedOperationException();
    }

    /**
     * Demands an administrator.
     *
     * @throws org.steelyard.http.Problem 403
     */
    public void requireAdministrator() {
        throw new UnsupportedOperationException();
    }

    /** For lists: whether who is signed in may read an assessment of this key that is, or is not, open to all. */
    public BiPredicate<String, Boolean> readable() {
        throw new UnsupportedOperationException();
    }
}
