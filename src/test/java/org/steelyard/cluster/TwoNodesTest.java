package org.steelyard.cluster;

import org.steelyard.Node;
import org.steelyard.PostgreSql;

class TwoNodesTest extends ManyWriters {

    TwoNodesTest() {
        super(twoOn(PostgreSql.newDatabase()));
    }

    private static Node[] twoOn(PostgreSql.Database database) {
        return new Node[] {Node.on(database), Node.on(database)};
    }
}
