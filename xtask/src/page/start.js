import start from 'GLUE';
start({ module_or_path: fetch('PROGRAM', { integrity: 'INTEGRITY' }) });
