package org.steelyard.portfolio.item;

/** A projection whose rows are in the table {@code portfolio_item}, each with what is kept of a thing. */
interface ItemRows<T> {

    /** The name of the projection. */
    String name();

    /** A thing as a row holds it. */
    T read(String data);
}
