package org.steelyard.site;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers that a browser keeps as files. */
public final class Attachments {
    private Attachments() {}

    /** A table as CSV. */
    public static ResponseEntity<String> csv(String name, String table) {
        return file(name + ".csv", "text/csv;charset=UTF-8", "attachment").body(table);
    }

    /** The head of any file; {@code disposition} is {@code inline} or {@code attachment}. */
    public static ResponseEntity.BodyBuilder file(String name, String type, String disposition) {
        var header = ContentDisposition.builder(disposition).filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, header.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
