package io.sluice.tokens.build;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A node of the trie of all tokens, each read from its last byte to its first. Mutable. */
final class TrieNode {

  private final SortedMap<Integer, TrieNode> children = new TreeMap<>();
  private final int label;
  private int token = -1;

  private TrieNode(int label) {
    this.label = label;
  }

  /** All nodes, breadth first, and the children of each by their labels. */
  static List<TrieNode> of(Tokens tokens) {
    var root = new TrieNode(0);
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.bytes(token).length > 0) {
        root.add(tokens.bytes(token), token);
      }
    }
    List<TrieNode> nodes = new ArrayList<>(List.of(root));
    for (int i = 0; i < nodes.size(); i++) {
      nodes.addAll(nodes.get(i).children.values());
    }
    return nodes;
  }

  private void add(byte[] bytes, int added) {
    TrieNode node = this;
    for (int i = bytes.length - 1; i >= 0; i--) {
      node = node.children.computeIfAbsent(bytes[i] & 0xFF, TrieNode::new);
    }
    node.token = added;
  }

  /** The byte that leads to it. */
  int label() {
    return label;
  }

  /** The token that ends here, or a negative number. */
  int token() {
    return token;
  }

  SortedMap<Integer, TrieNode> children() {
    return children;
  }
}
