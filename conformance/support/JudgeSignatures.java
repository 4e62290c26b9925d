import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.List;

/** Judges signatures by DSS of the EU, offline, trusting one certificate: a line for each signature with its file, its level and what it is found to be. */
class JudgeSignatures {
    public static void main(String[] parameters) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(DSSUtils.loadCertificate(new File(parameters[0])));
        for (int at = 1; at < parameters.length; at++) {
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new FileDocument(parameters[at]));
            validator.setCertificateVerifier(verifier);
            // A detached signature stands beside what it is over.
            if (parameters[at].endsWith(".sig"))
                validator.setDetachedContents(
                    List.of(new FileDocument(parameters[at].replaceFirst("\\.sig$", ""))));
            SimpleReport report = validator.validateDocument().getSimpleReport();
            for (String id : report.getSignatureIdList())
                System.out.println(
                    parameters[at] + "\t" + report.getSignatureFormat(id) + " " + report.getIndication(id));
        }
    }
}
