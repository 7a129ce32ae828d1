package org.steelyard.dossier.api;

import org.steelyard.TestServer;

class ReadsOnH2Test extends ReadContract {
    private static final TestServer SERVER = TestServer.shared();
    private static final SmallCase SMALL = SmallCase.on(SERVER);

    @Override
    TestServer server() {
        return SERVER;
    }

    @Override
    SmallCase small() {
        return SMALL;
    }
}
