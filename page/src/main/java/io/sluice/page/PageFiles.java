package io.sluice.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, each read from the class path once. Thread-safe. */
final class PageFiles {

  /** What a file may be called; nothing else is looked up. */
  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z-]*/)?[a-z][a-z-]*\\.(html|js|css|svg)");

  /** htm and Preact, in the jar of that name. */
  private static final String LIBRARY = "htm-preact.js";

  private static final String LIBRARY_PATH =
      "/META-INF/resources/_static/htm/3.1.1/preact/standalone.module.js";

  /** No larger than the number of files. */
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /** The file of that name; empty if there is none. */
  Optional<PageFile> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(read.computeIfAbsent(name, PageFiles::load));
  }

  private static @Nullable PageFile load(String name) {
    String path = name.equals(LIBRARY) ? LIBRARY_PATH : "files/" + name;
    try (InputStream content = PageFiles.class.getResourceAsStream(path)) {
      return content == null ? null : PageFile.of(name, new String(content.readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the page's file " + name + " cannot be read", unreadable);
    }
  }
}
