package org.steelyard.http;

/** An answer that is no list, and which whoever accepts text/csv gets as a table all the same. */
public interface Tabular {

    /** Its rows, all of them. */
    Page<?> table();
}
