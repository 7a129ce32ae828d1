package org.steelyard.portfolio.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a node that does not run, for what only the log's keeper may do. */
final class ClosedDatabase {
    private static final String FOLDER = "--steelyard.data-dir=";
    private static final String URL = "--spring.datasource.url=";

    private ClosedDatabase() {}

    /** @param settings with which nodes start on it */
    static JdbcTemplate of(List<String> settings) {
        for (String setting : settings) {
            if (setting.startsWith(FOLDER)) {
                String url = "jdbc:h2:file:" + setting.substring(FOLDER.length()) + "/steelyard;WRITE_DELAY=0";
                return new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
            }
            if (setting.startsWith(URL)) {
                return new JdbcTemplate(new DriverManagerDataSource(setting.substring(URL.length()), "postgres", ""));
            }
        }
        throw new IllegalArgumentException("No database in " + settings);
    }
}
