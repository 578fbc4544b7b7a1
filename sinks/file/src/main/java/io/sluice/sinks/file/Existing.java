package io.sluice.sinks.file;

import java.io.IOException;
import java.nio.file.Path;

/** What becomes of a file that is there already. */
enum Existing {
  REFUSED {
    @Override
    RecordTarget open(Path path, String remedy) throws IOException {
      return PartialFile.beside(path, remedy);
    }
  },
  OVERWRITTEN {
    @Override
    RecordTarget open(Path path, String remedy) throws IOException {
      return PartialFile.replacing(path);
    }
  },
  APPENDED_TO {
    @Override
    RecordTarget open(Path path, String remedy) throws IOException {
      return AppendedFile.open(path);
    }
  };

  /**
   * Opens the file to write.
   *
   * @param remedy what its user does so that a file may be replaced, in the words of a message
   * @throws IOException in one line, if that cannot be or must not be
   */
  abstract RecordTarget open(Path path, String remedy) throws IOException;
}
