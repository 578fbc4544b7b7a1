package io.sluice.cli.install;

import java.nio.file.Path;

/** What a shell reads when it starts, and what a user has to add to it. */
enum StartupFile {
  BASH(
      "echo 'export PATH=\"%s:$PATH\"' >> ~/.bashrc",
      "echo 'eval \"$(sluice completion bash)\"' >> ~/.bashrc"),
  FISH("fish_add_path '%s'", "sluice completion fish > ~/.config/fish/completions/sluice.fish"),
  ZSH(
      "echo 'export PATH=\"%s:$PATH\"' >> ~/.zshrc",
      "echo 'eval \"$(sluice completion zsh)\"' >> ~/.zshrc"),
  /** The file of a shell for which there is no completion. */
  PROFILE(
      "echo 'export PATH=\"%s:$PATH\"' >> ~/.profile",
      "use bash, fish or zsh; see 'sluice help completion'");

  private final String adding;
  private final String completing;

  StartupFile(String adding, String completing) {
    this.adding = adding;
    this.completing = completing;
  }

  /**
   * The one of a shell.
   *
   * @param shell the path of its program, as in the variable {@code SHELL}
   */
  static StartupFile of(String shell) {
    return switch (shell.substring(shell.lastIndexOf('/') + 1)) {
      case "bash" -> BASH;
      case "fish" -> FISH;
      case "zsh" -> ZSH;
      default -> PROFILE;
    };
  }

  /** The line to type so that commands are found in a folder. */
  String adding(Path folder) {
    return adding.formatted(folder);
  }

  /** The line to type so that words are completed. */
  String completing() {
    return completing;
  }
}
