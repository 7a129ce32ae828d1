package org.steelyard.load;

import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.steelyard.eventstore.StoredForm;

/** The floor of everything that reads the whole log: each row once, in the order in which they lie, and parsed; one thread. */
final class BareScan {
    private static final int PORTION = 5_000;

    private BareScan() {}

    /** Returns how many events there are. In portions, since H2 holds a whole result. */
    static long run(JdbcTemplate jdbc) {
        Serializer serializer = StoredForm.serializer();
        long[] countAndLast = new long[2];
        RowCallbackHandler parse = row -> {
            countAndLast[0]++;
            countAndLast[1] = row.getLong(1);
            serializer.deserialize(
                    new SimpleSerializedObject<>(row.getString(3), String.class, row.getString(2), null));
            serializer.deserialize(new SerializedMetaData<>(row.getString(4), String.class));
        };
        long before;
        do {
            before = countAndLast[0];
            jdbc.query(
                    "SELECT global_index, payload_type, payload, meta_data FROM domain_event WHERE global_index > ?"
                            + " ORDER BY global_index FETCH FIRST ? ROWS ONLY",
                    parse,
                    countAndLast[1],
                    PORTION);
        } while (countAndLast[0] > before);
        return countAndLast[0];
    }
}
