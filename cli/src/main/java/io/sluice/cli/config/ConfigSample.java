package io.sluice.cli.config;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.sluice.cli.settings.UsageException;
import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Begins a file of settings: everything in it is a comment, to be taken into use line by line. */
final class ConfigSample {
  private ConfigSample() {}

  /** Writes it, readable by its owner alone; refuses to touch a file that is there. */
  static Path write(Path file) {
    try {
      Path folder = file.resolveSibling("");
      Files.createDirectories(folder, OwnerOnly.folder(folder));
      try (SeekableByteChannel out =
          Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(file))) {
        ByteBuffer text = ByteBuffer.wrap(text());
        while (text.hasRemaining()) {
          out.write(text);
        }
      }
      return file;
    } catch (IOException refused) {
      throw new UsageException(FileReason.line(file + " cannot be made", refused), refused);
    }
  }

  static byte[] text() throws IOException {
    try (InputStream sample = ConfigSample.class.getResourceAsStream("sluice.yaml")) {
      if (sample == null) {
        throw new IllegalStateException("the build lacks its sluice.yaml");
      }
      return sample.readAllBytes();
    }
  }
}
