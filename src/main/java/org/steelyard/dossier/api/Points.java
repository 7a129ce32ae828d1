package org.steelyard.dossier.api;

import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.NoSuchPoint;
import org.steelyard.dossier.Stretch;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime;

/** Opens an assessment at the point that a request asks for, to whoever may read it today. */
@Component
class Points {

    private final Access access;
    private final Dossiers dossiers;

    Points(Access access, Dossiers dossiers) {
        this.access = access;
        this.dossiers = dossiers;
    }

    /**
     * The assessment at this point.
     *
     * @throws Problem 404 where there is none of this key, or the reader may not know of it
     * @throws NoSuchPoint where the log has no such point
     */
    Dossier open(String assessment, PointInTime point) {
        access.require(Right.READ, assessment);
        return dossiers.open(assessment, point).orElseThrow(() -> nothing("assessment", assessment));
    }

    /**
     * What happened in this range.
     *
     * @throws Problem 404 where there is none of this key, or the reader may not know of it
     * @throws NoSuchPoint where the log has no such point
     */
    Stretch between(String assessment, RangeInTime range) {
        access.require(Right.READ, assessment);
        return dossiers.between(assessment, range).orElseThrow(() -> nothing("assessment", assessment));
    }

    /** 404 for something that is not there at the point that was asked for. */
    static Problem nothing(String what, Object key) {
        return Problem.notFound(
                "There is no " + what + " " + key + " here at this point in time: look it up in the list.");
    }
}
