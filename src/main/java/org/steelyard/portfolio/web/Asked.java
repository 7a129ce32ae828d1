package org.steelyard.portfolio.web;

import java.time.Instant;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.site.Addresses;

/**
 * What the address of a page asks for, and the addresses that follow from it.
 *
 * @param then an instant; null for now
 * @param narrowed what the list is narrowed down by: parameters that have a value, by name
 * @param page which page of the list, from 1
 */
record Asked(String path, @Nullable Instant then, SequencedMap<String, String> narrowed, int page) {

    /** The same page and list of it now. */
    public String now() {
        return to(path, null, narrowed, 1);
    }

    /** This page itself. */
    public String here() {
        return at(page);
    }

    public String at(int other) {
        return to(path, then, narrowed, other);
    }

    /** The list from its start with another value of a parameter; null for any. */
    public String with(String name, @Nullable String value) {
        var other = new TreeMap<>(narrowed);
        if (value == null) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return to(path, then, other, 1);
    }

    /** The list that is not narrowed down. */
    public String everything() {
        return to(path, then, new TreeMap<>(), 1);
    }

    /** A page or file about the same point in time, as narrowed down as this. */
    public String also(String other) {
        return to(other, then, narrowed, 1);
    }

    /** Another page at the same point in time. */
    public String elsewhere(String other) {
        return to(other, then, new TreeMap<>(), 1);
    }

    /** An assessment at the same point in time, or a page below it. */
    public String assessment(String key, String below) {
        return elsewhere("/a/" + Addresses.segment(key) + below);
    }

    /** Where an event stands in the log of an assessment at the same point in time. */
    public String event(String key, long revision) {
        return Addresses.query(assessment(key, "/log"), "at", Long.toString(revision)) + "#r" + revision;
    }

    private static String to(String path, @Nullable Instant then, SequencedMap<String, String> narrowed, int page) {
        String address = path;
        for (var each : narrowed.entrySet()) {
            address = Addresses.query(address, each.getKey(), each.getValue());
        }
        return Addresses.query(
                address,
                "asOf",
                then == null ? null : then.toString(),
                "page",
                page == 1 ? null : Integer.toString(page));
    }
}
