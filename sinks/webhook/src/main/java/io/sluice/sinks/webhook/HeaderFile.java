package io.sluice.sinks.webhook;

import io.sluice.text.HeaderLines;
import java.io.IOException;
import java.nio.file.Path;

/** Adds the headers of a file to a target. */
final class HeaderFile {

  private HeaderFile() {}

  static WebhookTarget addTo(WebhookTarget target, Path file) throws IOException {
    WebhookTarget all = target;
    for (String line : HeaderLines.of(file)) {
      int colon = Math.max(0, line.indexOf(':'));
      all = all.with(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return all;
  }
}
