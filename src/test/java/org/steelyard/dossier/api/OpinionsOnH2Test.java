package org.steelyard.dossier.api;

import org.steelyard.TestServer;

class OpinionsOnH2Test extends OpinionContract {
    @Override
    TestServer server() {
        return TestServer.shared();
    }
}
