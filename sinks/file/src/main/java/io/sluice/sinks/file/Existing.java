package io.sluice.sinks.file;

import java.io.IOException;
import java.nio.file.Path;

/** What becomes of a file that is there already. */
enum Existing {
  REFUSED {
    @Override
    Target open(Path path) throws IOException {
      return PartialFile.beside(path);
    }
  },
  OVERWRITTEN {
    @Override
    Target open(Path path) throws IOException {
      return PartialFile.replacing(path);
    }
  },
  APPENDED_TO {
    @Override
    Target open(Path path) throws IOException {
      return AppendedFile.open(path);
    }
  };

  /**
   * Opens what is written to.
   *
   * @throws IOException in one line, if that cannot be or must not be
   */
  abstract Target open(Path path) throws IOException;
}
