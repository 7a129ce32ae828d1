package org.steelyard.dossier.api;

import org.steelyard.TestServer;

class RatingsOnH2Test extends RatingsContract {
    @Override
    TestServer server() {
        return TestServer.shared();
    }
}
