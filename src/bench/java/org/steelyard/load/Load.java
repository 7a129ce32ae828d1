package org.steelyard.load;

import static org.steelyard.load.Wanted.setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.Node;
import org.steelyard.TestServer;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.access.account.InstallationRole;
import org.steelyard.access.account.Users;
import org.steelyard.access.account.Users.NewUser;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.IndexRows;
import org.steelyard.eventstore.StoredForm;

/**
 * Fills an empty installation with believable load: {@code -Dbench=Load}, with {@code -Dload.data} for the folder, and what
 * {@link Wanted} reads. Afterwards the server can be started there; {@code admin}, {@code reader} (who may read all of it), the
 * analysts and the reviewers share the password {@code -Dload.password}.
 */
final class Load {
    private final Node node;
    private final TransactionTemplate transactions;
    private final String password;

    private Load(Node node, String password) {
        this.node = node;
        this.password = password;
        transactions = new TransactionTemplate(node.get(PlatformTransactionManager.class));
    }

    static void run() {
        Path data = Path.of(setting("data", "target/load"));
        fill(data, Wanted.asSet());
        System.out.println("# start the server there: java -jar target/steelyard.jar --steelyard.data-dir="
                + data.toAbsolutePath());
    }

    /** Fills this folder, which must be empty or not there. */
    static void fill(Path data, Wanted wanted) {
        if (Files.exists(data.resolve("steelyard.mv.db"))) {
            throw new IllegalStateException(data + " holds an installation already: name another folder");
        }
        try (Node node = Idle.on(data)) {
            fill(node, wanted);
        }
    }

    /** Fills the store of this node, which holds nothing yet. */
    static World fill(Node node, Wanted wanted) {
        return new Load(node, setting("password", TestServer.PASSWORD)).fill(wanted);
    }

    private World fill(Wanted wanted) {
        long begun = System.nanoTime();
        var writer =
                new LogWriter(node.get(JdbcTemplate.class), transactions, StoredForm.serializer(), wanted.seed() + 1);
        var world = new World(wanted, node.get(AssessmentLog.class)::runningDigest, writer);
        world.run();
        writer.finish();
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Case> opened =
                world.cases().stream().filter(one -> one.revision() > 0).toList();
        transactions.executeWithoutResult(status -> {
            node.get(JdbcTemplate.class).update("INSERT INTO simulated_times (id) VALUES (1)");
            opened.forEach(one -> IndexRows.write(node.get(AssessmentIndex.class), one.state()));
        });
        addUsers(world.people());
        transactions.executeWithoutResult(status -> opened.forEach(this::addMembers));
        System.out.printf(
                "# %,d events of %,d assessments in %.0f s, all in %.0f s; %,d commands were refused%n",
                writer.written(),
                opened.size(),
                seconds,
                (System.nanoTime() - begun) / 1e9,
                opened.stream().mapToInt(Case::refused).sum());
        return world;
    }

    private void addUsers(People people) {
        add("admin", InstallationRole.ADMIN);
        people.analysts().forEach(name -> add(name, InstallationRole.ANALYST));
        people.reviewers().forEach(name -> add(name, InstallationRole.REVIEWER));
        add(People.READER, InstallationRole.READER);
    }

    private void add(String name, InstallationRole role) {
        node.get(Users.class).add(new NewUser(name, password, EnumSet.of(role), false, false, true), "system");
    }

    private void addMembers(Case one) {
        List<String> analysts = one.shape.analysts();
        for (String analyst : analysts) {
            add(one, analyst, analyst.equals(analysts.getFirst()) ? Role.OWNER : Role.ANALYST);
        }
        one.shape.reviewers().forEach(reviewer -> add(one, reviewer, Role.REVIEWER));
        add(one, People.READER, Role.READER);
    }

    private void add(Case one, String user, Role role) {
        String owner = one.shape.analysts().getFirst();
        node.get(Members.class).add(one.shape.key(), user, role, owner, one.shape.opened());
    }
}
