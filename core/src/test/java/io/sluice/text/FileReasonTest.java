package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileReasonTest {

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorIsSaidInWordsWithItsRemedy(IOException error, String reason) {
    assertThat(FileReason.line("a.txt cannot be made", error))
        .isEqualTo("a.txt cannot be made: " + reason + "; name another path");
  }

  private static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new FileAlreadyExistsException("a.txt"), "it exists"),
        Arguments.of(new NoSuchFileException("b/a.txt"), "its folder does not exist"),
        Arguments.of(new AccessDeniedException("a.txt"), "access is denied"),
        Arguments.of(
            new FileSystemException("a.txt", null, "File name too long"), "File name too long"),
        Arguments.of(
            new FileNotFoundException("a.txt (Is a directory)"), "a.txt (Is a directory)"));
  }
}
