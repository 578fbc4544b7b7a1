package io.sluice.sinks.file;

import java.io.IOException;
import java.nio.file.Path;

/** The treatment of a file that already exists. */
enum ExistingFilePolicy {
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
   * Opens the file for writing.
   *
   * @param remedy what the user can do to replace a file, in the words of a message
   * @throws IOException with a one-line message, if the file cannot or must not be written
   */
  abstract RecordTarget open(Path path, String remedy) throws IOException;
}
