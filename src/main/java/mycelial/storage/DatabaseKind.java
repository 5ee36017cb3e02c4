package mycelial.storage;

import java.nio.file.Path;

/** The database files: two of a data folder, and the journal of a session's. */
enum DatabaseKind {
  TRADES("trades.db", 0x4D594654, "trades"),
  PATTERNS("mycelial_patterns.db", 0x4D594650, "patterns"),
  JOURNAL("journal.db", 0x4D59464A, "journal");

  private final String fileName;
  private final int applicationId;
  private final Migrations migrations;

  DatabaseKind(String fileName, int applicationId, String scripts) {
    this.fileName = fileName;
    this.applicationId = applicationId;
    this.migrations = new Migrations("/mycelial/storage/" + scripts);
  }

  Path file(Path folder) {
    return folder.resolve(fileName);
  }

  /** Number in the file's header that tells our databases from others, one for each kind. */
  int applicationId() {
    return applicationId;
  }

  Migrations migrations() {
    return migrations;
  }
}
