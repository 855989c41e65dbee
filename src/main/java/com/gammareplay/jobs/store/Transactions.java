package com.gammareplay.jobs.store;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The two kinds of transactions: those that write, one after another in SQLite, and those that only read and do not wait. */
@Component
public class Transactions {

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    /** For what writes; on SQLite one after another. */
    public TransactionOperations writing() {
        return writing;
    }

    /** For what only reads: sees one state of the database. */
    public TransactionOperations reading() {
        return reading;
    }
}
