package org.steelyard.assessment;

/** The turn to append, of which there is one for all nodes. */
@FunctionalInterface
public interface Turn {

    /**
     * From here to the end of the transaction nobody else appends, on any node.
     *
     * @throws org.springframework.dao.CannotAcquireLockException where others append without a pause
     */
    void take();
}
