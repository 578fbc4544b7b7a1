package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerOnlyTest {

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({
    "rw-------,false",
    "rwx--x--x,false",
    "rw-r-----,true",
    "rw----r--,true",
    "rw--w----,true"
  })
  void aFileIsOpenToOthersIfTheyMayReadOrWriteIt(String mode, boolean isOpen, @TempDir Path folder)
      throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    assertThat(OwnerOnly.isOpenToOthers(file)).isEqualTo(isOpen);
  }
}
