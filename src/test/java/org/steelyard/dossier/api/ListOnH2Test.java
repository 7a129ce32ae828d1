package org.steelyard.dossier.api;

import org.steelyard.TestServer;

class ListOnH2Test extends ListContract {
    @Override
    TestServer server() {
        return TestServer.shared();
    }
}
