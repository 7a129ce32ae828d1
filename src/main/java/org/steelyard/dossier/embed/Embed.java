package org.steelyard.dossier.embed;

import java.time.Instant;

/** A picture at an address of its own, without the secret that opens it. */
public record Embed(String id, String assessment, String maker, EmbedView view, Instant createdAt, Instant expiresAt) {

    /** A new one, with the secret, which nobody can be told again. */
    public record Made(Embed embed, String secret) {

        /** Where the picture alone is, as a path. */
        public String picture() {
            return path("svg");
        }

        /** Where it is with its sentence and table, as a path. */
        public String page() {
            return path("html");
        }

        private String path(String form) {
            return "/embed/" + secret + "/balance." + form;
        }
    }
}
