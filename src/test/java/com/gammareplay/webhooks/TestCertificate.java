package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that a host has signed for itself, made by the tool of the JDK. */
record TestCertificate(String host, KeyStore store) {

    static final String PASSWORD = "changeit";

    /** Makes one, valid for a day, in a new file of a folder. */
    static TestCertificate make(Path folder, String host) throws Exception {
        var file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        host,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return new TestCertificate(host, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    /** For a server that shows it. */
    SSLContext server() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Writes a file of certificates that are to be trusted. */
    static void writeTrusted(Path file, TestCertificate... certificates) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (var certificate : certificates) {
            trusted.setCertificateEntry(certificate.host, certificate.store.getCertificate(certificate.host));
        }
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }
}
