package org.steelyard.portfolio.item;

import org.steelyard.portfolio.projection.Projection;
import tools.jackson.databind.json.JsonMapper;

/** A projection whose rows are in the table {@code portfolio_item}, each with what is kept of a thing. */
interface ItemRows<T> extends Projection {
    JsonMapper JSON = new JsonMapper();
    String INSERT = "INSERT INTO portfolio_item (projection, generation, assessment_key, item, revision,"
            + " recorded_from, recorded_until, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /** A thing as a row holds it. */
    T read(String data);

    @Override
    default String deletion() {
        return "DELETE FROM portfolio_item WHERE projection = '" + name()
                + "' AND generation = ? AND assessment_key = ?";
    }
}
