package org.steelyard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. Each module below this package brings its own beans. */
@SpringBootApplication
public class Steelyard {

    /** Starts the server with Spring Boot's usual arguments. */
    public static void main(String[] args) {
        SpringApplication.run(Steelyard.class, args);
    }
}
