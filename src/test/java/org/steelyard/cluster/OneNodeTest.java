package org.steelyard.cluster;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Node;

class OneNodeTest extends ManyWriters {

    OneNodeTest(@TempDir Path folder) {
        super(Node.on(folder));
    }
}
