package org.steelyard.workbench;

import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.Problem;

/** Where every page of this module begins: with the right, and the assessment as it stands now. */
@Component
final class Desks {
    private final Access access;
    private final Dossiers dossiers;

    Desks(Access access, Dossiers dossiers) {
        this.access = access;
        this.dossiers = dossiers;
    }

    /**
     * The assessment for who may do this in it.
     *
     * @throws Problem 404 where they may not know of it, 403 where they may only see it
     */
    Desk open(Right right, String key) {
        access.require(right, key);
        return dossiers.open(key).map(this::desk).orElseThrow(() -> Problem.notFound("There is no such assessment."));
    }

    /** The assessment as it stood when the page of this form was made. */
    Desk asShown(Desk desk, Form form) {
        long revision = form.revision();
        if (revision < 1 || revision >= desk.revision()) {
            return desk;
        }
        return dossiers.open(desk.key(), new PointInTime(new AtRevision(revision), null))
                .map(this::desk)
                .orElse(desk);
    }

    private Desk desk(Dossier dossier) {
        return new Desk(dossier.state(), dossier.view(), access.user());
    }
}
