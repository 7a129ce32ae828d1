package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.web.Assumption.Kind;

/**
 * Where the page about a lead is, with all that is picked on it.
 *
 * @param against the interpretation that the lead is over; null for the one that takes the least
 * @param assumed what is assumed to be otherwise, in the order of picking
 */
record FirmAddress(Address address, Tested tested, @Nullable String against, List<Assumption> assumed) {

    /** More than anyone thinks through, and few enough for an address. */
    static final int MOST = 60;

    /** The page itself. */
    public String page() {
        return to("/firm");
    }

    /** The page with this assumed as well, in the place of what was assumed of the same fact. */
    public String with(List<Assumption> more) {
        var all = new ArrayList<>(assumed);
        for (Assumption one : more) {
            all.removeIf(one::isOfSameFact);
            if (all.size() < MOST) {
                all.add(one);
            }
        }
        return new FirmAddress(address, tested, against, all).bench();
    }

    /** The page with this assumed of the policy, and nothing else of it. */
    String withPolicy(List<Assumption> policy) {
        var rest = assumed.stream().filter(one -> one.kind() != Kind.POLICY).toList();
        return new FirmAddress(address, tested, against, rest).with(policy);
    }

    /** The page with this assumed as well. */
    public String with(Assumption more) {
        return with(List.of(more));
    }

    /** The page without this assumption. */
    public String without(Assumption one) {
        var rest = new ArrayList<>(assumed);
        rest.remove(one);
        return new FirmAddress(address, tested, against, rest).bench();
    }

    /** The page with nothing assumed. */
    public String asRecorded() {
        return new FirmAddress(address, tested, against, List.of()).bench();
    }

    /** The same for the other reading. */
    public String otherReading() {
        return new FirmAddress(address, tested.other(), null, assumed).page();
    }

    private String bench() {
        return page() + "#bench";
    }

    /** A file of what the page shows; what is assumed has no part in it. */
    public String file(String below) {
        return new FirmAddress(address, tested, against, List.of()).to(below);
    }

    private String to(String below) {
        var parameters = new ArrayList<@Nullable String>();
        parameters.add("reading");
        parameters.add(tested == Tested.WEIGHT ? null : tested.word());
        parameters.add("against");
        parameters.add(against);
        for (Assumption one : assumed) {
            parameters.add(Assumption.PARAMETER);
            parameters.add(one.text());
        }
        return address.to(below, parameters.toArray(String[]::new));
    }
}
